"""The words of each meaning: English, German, Spanish, French and Russian, without accents.

An entry is the beginning of a word; one that ends in "." is the whole word.
"""

from __future__ import annotations

from collections.abc import Mapping

SAME: Mapping[str, str] = {
    "say": (
        "said. say. says. saying. tell. tells. told. stated. announc added. adds. wrote. writes. report. "
        "reports. reported. reporting. declar explain. explains. explained. warn. warned. warns. according. "
        "argu. argue. argues. argued. reveal suggest assert caution. cautioned. cautions. insist. insists. "
        "insisted. claim. claims. claimed. testif predict remark noted. notes. observ. conced complain. "
        "complained. testified. sagt sagte gesagt mitteil mitgeteilt teilte. erklar erklarte berichte angaben "
        "zufolge laut. dijo. dice. dijeron. afirm anunci inform segun. senal explico. dit. dire. affirm "
        "annonc explique indique. selon. сказа сообща сообщи заяв говор объяви рассказ уточни словам. данным."
    ),
    "confirm": "confirm bestatig acknowledg admit подтверд призна",
    "deny": (
        "deny. denie denial refut reject. rejects. rejected. rejecting. dement bestreit bestritt zuruckgewies "
        "niega neg. nego. negar. desmint desment nie. nient demen опроверг отрица отверг"
    ),
    "approve": (
        "approv passed. pass. adopt. adopts. adopted. adopting. endors ratif backed. genehmig billig "
        "gebilligt beschloss verabschied aprob aprueb approuv adopte. одобри приня утверди"
    ),
    "ban": (
        "ban. bans. banned. banning. prohibit forbid forbad outlaw. outlawed. outlaws. verbot verbiet prohib "
        "interdi запре"
    ),
    "allow": "allow. allows. allowed. allowing. permit. permits. permitted. erlaub autoriz autoris разреш",
    "investigate": (
        "investigat prob. probe. probes. probed. probing. inquir examin ermittl untersuch investig enquet расслед"
    ),
    "kill": (
        "kill. kills. killed. killing. die. dies. died. dead. death. deaths. dying. fatal getotet tote. "
        "toten. tot. starb starben. gestorben. ums. muerto muerta muert murio. murieron. fallec mort. morts. "
        "morte. mortes. tue. tues. tuee. mouru decede погиб умер убит жертв"
    ),
    "injure": "injur wound. wounds. wounded. hurt. verletz herid lesion bless ранен пострада травм",
    "arrest": (
        "arrest. arrests. arrested. arresting. detain. detain detention festgenommen festnahm verhaft detuv "
        "deten arret interpell задерж арест"
    ),
    "release": "releas freed. freigelass liberad liberar libere. liberes. освоб",
    "rise": (
        "rise. rises. rose. risen. rising. increas grow. grows. grew. grown. climb. climbs. climbed. soar "
        "gain. gains. gained. stieg steig gestiegen erhoh zunahm subio. suben. sube. aument crecio. crec "
        "augment hausse. mont. вырос увелич повыс раст рост"
    ),
    "fall": (
        "fall. falls. fell. fallen. falling. drop. drops. dropped. declin decreas slump plung slid. lower. "
        "lowered. sank. sink. gesunken fiel. fielen. gefallen ruckgang baja. bajo. bajaron. cayo. cayeron. "
        "caida. disminu reduj reduc baisse chute. recul упал сниз сократ уменьш паден"
    ),
    "begin": (
        "begin. begins. began. begun. beginn start. starts. started. starting. launch. launched. launches. "
        "launching. unveil opened. opens. open. opening. commenc introduc begann begonn gestart eroffn comenz "
        "empez inici abrio. abrira. inaugur ouvr ouvert. lanc начал начин откры запусти"
    ),
    "end": (
        "end. ends. ended. ending. finish. finished. finishes. stop. stops. stopped. closed. closes. close. "
        "closing. shut. shuts. halt. halts. halted. beendet endet endete. geschloss schloss schliess termin "
        "acab cerr cierr cierra ferme. ferment. fermer. fermee. fermeture. закры законч заверш прекрат остано"
    ),
    "buy": "buy. buys. bought. buying. acquir purchas kauft. gekauft ubernahm compr adquir achet купи приобр",
    "sell": "sell. sells. sold. selling. verkauf vend vendi vendu продал прода",
    "resign": (
        "resign. resigns. resigned. resigning. quit. quits. stepped. zuruckgetret rucktritt trat. dimit "
        "renunci demission отстав ушел"
    ),
    "dismiss": "dismiss fired. sacked. entlass destitu despid licenci limoge уволи",
    "appoint": "appoint named. hire. hired. hires. ernannt ernennt nombr design nomm nommee. назнач",
    "attack": "attack. attacks. attacked. attacking. assault angriff angegriff ataq ataca attaqu нападе атак",
    "protest": (
        "protest. protests. protested. protesters. protester. demonstrat rally. rallied. marched. demonstr "
        "manif протест митинг"
    ),
    "agree": (
        "agree. agrees. agreed. agreement. accept. accepts. accepted. einig vereinbar geeinigt acord acept "
        "acuerd accord. accept соглас договор"
    ),
    "refuse": (
        "refus decline. declined. declines. rejected. rejects. reject. weiger abgelehnt lehnt lehnte. rechaz "
        "neg. rejet отказ отклон отверг"
    ),
    "win": (
        "win. wins. won. winning. victory. defeat. gewann. gewinn gewonn sieg. siegt gan. gano. ganaron. gagn "
        "victoir победи выигра"
    ),
    "lose": "lose. loses. lost. losing. verlor. verlier perdi. perdio. perdieron. perd perdu. проигра потеря",
    "support": "support. supports. supported. favour favor. unterstutz apoy souten soutien поддерж",
    "oppose": "oppos lehnt. contre. против",
    "criticise": "criticis criticiz kritisier kritisiert critico. criticaron. критик раскритик",
    "welcome": "welcome. welcomes. welcomed. welcoming. begrusst saludo. saludaron. приветствова",
    "praise": "praise. praises. praised. praising.",
    "leave": "leave. leaves. leaving. left.",
    "build": "build. builds. built. construct gebaut errichtet bati. construi. построен",
    "success": "succe manag. managed. manages. gelang. logr reuss удал",
    "failure": "fail. fails. failed. failing. failure. scheiter gescheitert fracas echou провал",
    "cancel": (
        "cancel. cancels. cancelled. canceled. abgesagt cancel annul отмен scrap. scrapped. withdr withdrew. "
        "zuruckgezog retir отозва"
    ),
    "delay": (
        "delay. delays. delayed. postpon verschob verschoben aplaz repouss report. отлож перенес suspend. "
        "suspends. suspended. ausgesetzt приоста"
    ),
    "before": "before. vor. bevor. zuvor. antes. avant. до. перед. earlier. previously.",
    "after": "after. nach. nachdem. despues. tras. apres. после. later. following.",
    "today": "today. heute. hoy. сегодня. aujourd",
    "yesterday": "yesterday. gestern. ayer. hier. вчера.",
    "tomorrow": "tomorrow. morgen. manana. demain. завтра.",
    "majority": "majorit",
    "minority": "minorit",
    "senator": "sen. senator",
    "representative": "rep. reps. representative.",
    "governor": "gov. governor",
    "guilty": "guilty. convict schuldig. verurteil culpable. conden coupable. condamn виновн осужд",
    "acquitted": "innocent. acquit cleared. freigesproch absuelt absol acquitt оправда",
    "north": "north. northern. nord. nordlich norte. севе",
    "south": "south. southern. sud. sudlich sur. юг юж",
    "east": "east. eastern. ost. ostlich este. oriental. восто",
    "west": "west. western. westlich oeste. occident. ouest. запад",
    "safe": "safe. sicher. segur sur. безопас",
    "unsafe": "unsafe. dangerous. unsicher. gefahrlich peligr insegur dangereu опасн",
    "legal": "legal. lawful. законн",
    "illegal": "illegal. unlawful. незакон",
    "high": "highest. hochst",
    "low": "lowest. niedrigst",
    "first": "first. erste. ersten. primer. primera. premier. premiere. перв",
    "last": "last. final. letzte. letzten. ultim dernier. derniere. послед",
    "police": "police. officers. polizei. polizist policia. agentes. policier. policiers. полици",
    "fire": "fire. fires. blaze. blazes. feuer. brand. incendi пожар",
    "blast": "blast. blasts. explosion. explosions. explod explos explot взрыв",
    "crash": (
        "crash. crashes. crashed. collision. collided. collid unfall unfalle accident. accidente. авари столкнов"
    ),
    "big": "big. large. huge. vast. massive. grande. gros. grosse. gross. grossen. больш крупн",
    "company": "company. companies. firm. firms. unternehmen. firma. empresa. entreprise. компани",
    "government": "government. governments. regierung. gobierno. gouvernement. правительств",
    "people": (
        "people. person. persons. mensch menschen. personen. personas. personnes. gente. люд человек. "
        "residents. inhabitants."
    ),
    "hospital": "hospital krankenhaus klinik hopital больниц",
    "student": "student pupil schul",
    "car": "car. cars. vehicle. vehicles. auto. autos. fahrzeug coche. voiture. автомоб машин",
    "child": "child. children. kind. kinder. nino. ninos. enfant. enfants. дет ребен",
    "worker": (
        "worker. workers. employee. employees. staff. beschaftigte mitarbeiter trabajador empleado "
        "travailleur salarie работник сотрудник рабоч"
    ),
    "artificial": "ai. ki. ia. ии.",
    "use": "use. uses. used. using. via.",
    "whether": "whether. ob.",
    "usa": "usa. america. american. americans. americain amerikan estadounid американ сша.",
    "britain": "uk. britain. british. britanni britis брита великобр",
    "china": "china. chinese. chines chine. chino. китай китаи",
    "france": "france. french. franzos frankreich francia. frances. francais франц",
    "germany": "germany. german. germans. deutschland. deutsch aleman alemania. allemagn allemand немец герман",
    "spain": "spain. spanish. spanien. spanisch espan espagn испан",
    "eu": "eu. ue. ес.",
    "un": "un. uno. onu. оон.",
}
