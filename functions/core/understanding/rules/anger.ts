/** Words of anger, by country, and the look-alikes that are praise, jokes or blame of oneself. Editable: a word is one line. */
import type { Rule } from './pattern.ts';

/** Thrown at the shop, or at what happened. */
export const anger: Rule = {
  harmless: [
    // praise
    '(esta|estan|quedo|quedaron|que|muy|bien|son|es|bem|ficou|tao) (chingon*|chido*|perron*|chimba|verraco|berraco|bacan*|foda|fodastico|pika|poca madre|de puta madre|de la puta madre|a toda madre|padrisim*)',
    'de (puta|poca) madre',
    'que chimba',
    'una chimba',
    '(fucking|freaking|damn|bloody|hella) (awesome|amazing|love|great|good|perfect|beautiful|incredible|best|fast|nice|cool|gorgeous|cute|happy|excited)',
    '(holy (shit|crap)|damn) ... (amazing|awesome|good|great|love|fast|beautiful|nice|perfect)',
    '(bad|kick) ass',
    'badass',
    '(the|da) shit',
    'no shit',
    '(caralho|porra|puta que pariu|pqp|carai|nossa) ... (lindo|linda|lindos|perfeito|perfeita|top|bom|boa|amei|maravilh*|rapido|incrivel|foda|demais)',
    '(amei|lindo|linda|top|perfeito|bom) (pra|para) (caralho|cacete|porra|krl)',
    // blame of oneself
    '(soy|fui|que) (un |una |bien |muy |tan |re )?(pendejo|pendeja|tonto|tonta|idiota|burro|burra|menso|mensa|boludo|boluda|huevon|huevona|weon|weona|imbecil|bruto|bruta|estupido|estupida|pelotudo|pelotuda|gil|torpe) ... (yo|puse|escribi|equivoque|soy|mia|error|me|direccion|talla)',
    '(soy|sou|fui) (un |una |um |uma |muito |bien |muy |tan )?(pendejo|pendeja|idiota|burro|burra|menso|mensa|boludo|boluda|weon|weona|imbecil|bruto|bruta|estupido|estupida|pelotudo|pelotuda|anta|besta|jumento|trouxa|tonto|tonta)',
    '(im|i am|i m|my|such) (a |an |so |being |such a |such an )?(idiot|dumbass|dumb ass|moron|stupid|dumb|fool|bad)',
    // manner of speech
    '(no|nao) (seas|sea|seja) (mala|malo|gacho|mau)',
    '(jaja|jajaja|kkk|kkkk|haha|lol) (wey|guey|boludo|weon|cabron|porra)',
    '(lixo|basura|trash|garbage|lixeira) (bag|bags|bin|can|cans|eletronica|organica|disposal|truck)',
    '(saco|sacos|cesto|lata|coletor|bolsa|bolsas|bote|botes|cubo|tacho|camion|recogedor|banheiro|cozinha) (de|do|para|da|pra) (lixo|basura|la basura)',
    '(crap|shit) (table|tzu|zu|happens)',
    'shih tzu',
    'perro mierda',
    '(culo|cola) (de|del) (perro|pato)',
    'ladron de (corriente|oido)',
    'ladrones? (usb|de enchufe*|electric*)',
  ],
  says: {
    es: [
      // everywhere
      '(estafadores|estafador|estafadora|rateros|ratero|ladrones|ladron|ladrona|ladronzuelos|sinverguenza|sinverguenzas|mentirosos|mentiroso|embusteros|chantas|chanta|tramposos|delincuentes|corruptos|payasos|descarados|incompetentes|ineptos|inutiles|inutil|imbeciles|imbecil|idiotas|idiota|estupidos|estupidez|estupida|estupido|tarados|tarado|malditos|maldita|maldito|desgraciados|infelices|miserables|cinicos|mediocres|pateticos|patetico)',
      '(mierda|mierdas|mrd|mierd*|cagada|cagadas|putos|putas|puto|puta|ptm|ptmr|hdp|hijos de puta|hijo de puta|hijos de su|hijos de perra|joder|jodan|joderme|jodiendo|chingado|carajo|cojones|asco|asquerosos|porqueria|porquerias|basura|bazofia|una burla|se burlan|tomada de pelo|tomadura de pelo|me ven la cara|verguenza|vergonzoso|indignante|indignado|indignada|inaceptable|inadmisible|intolerable|una falta de respeto|el colmo|que robo|es un robo|son un robo|un asalto|me robaron|robo descarado|me vieron la cara|me estan viendo la cara|se estan burlando|estoy furios*|furios*|emputad*|encabronad*|encojonad*|arrech*|enojadisim*|molestisim*|hasta la madre|hasta los huevos|hasta las bolas|hasta el gorro|hasta el copete|podrido de|hincha bolas)',
      // Mexico
      '(chinguen|chinga|chingar|chingada|chingadera|chingaderas|pendejos|pendejo|pendejas|pendejada|pendejadas|cabrones|cabron|culeros|culero|culeras|ojetes|ojete|mamadas|mamada|no mamen|no mames|pinche|pinches|putamadre|verga|a la verga|vergas|poca madre|me vale madre|huevones|rateras)',
      // Argentina
      '(la concha|conchudos|concha de|lpm|lpqtp|la puta que|boludos|pelotudos|pelotudo|pelotudez|forros|forro|garcas|garca|soretes|sorete|chorros|chorro|truchos|me estan cargando|me estan tomando el pelo|una joda|verguenza ajena|me cago en|me tienen podrid*)',
      // Colombia
      '(gonorrea|gonorreas|malparido|malparidos|hijueputa|hijueputas|hp|hps|jueputa|gueva|guevon|huevon|careverga|mk|marica que|pirobos|pirobo|que mamera|faltones|torcidos|piratas)',
      // Chile
      '(conchetumare|conchesumadre|ctm|csm|weones|weon qlo|qls|qlo|qlos|culiaos|culiao|culiados|culiado|aweonaos|aweonao|maricon*|la wea|wea|weas|ladris|mala clase|chantas|pencas|penca|rascas)',
    ],
    pt: [
      '(golpistas|golpista|picaretas|picareta|ladroes|ladrao|bandidos|bandido|safados|safado|safadeza|vagabundos|vagabundo|vagabunda|mentirosos|mentirosa|mentiroso|trambiqueiros|estelionatarios|enganadores|caloteiros|caloteiro|pilantras|pilantra|canalhas|palhacos|palhacada|palhaco|incompetentes|incompetencia|incompetente|idiotas|idiota|imbecis|imbecil|burros|otarios|otario|trouxa|me fazendo de (otario|otaria|trouxa|palhaco|palhaca|idiota|bobo|boba)|sem vergonha|descaso|desrespeito|absurdo|um absurdo|ridiculo|ridicula|ridiculos|revoltante|revoltad*|indignad*|inadmissivel|inaceitavel|vergonha|vergonhoso|uma vergonha|nojo|nojentos|nojento|lixo|um lixo|porcaria|uma porcaria|puto da vida|puta da vida|furios*|pistola|de saco cheio|roubo|um roubo|assalto|me roubaram|roubaram|roubando)',
      '(merda|merdas|bosta|porra|caralho|krl|cacete|caralhos|fdp|fdps|filho da puta|filhos da puta|filhos de uma|filha da puta|puta que pariu|pqp|puta|putas|vtnc|vai se foder|vao se foder|se fuder|vsf|vsfd|fodase|foda se|foder|fuder|arrombados|arrombado|desgraca|desgracados|desgracado|desgraca|cu|cuzao|cuzoes|corno|cornos|inferno|malditos|maldita|maldito|miseraveis|infeliz|infelizes)',
    ],
    en: [
      '(scammers|scammer|thieves|thief|crooks|crook|liars|liar|con artists|fraudsters|criminals|idiots|idiot|morons|moron|incompetent|incompetence|clowns|clown|joke|a joke|disgrace|disgraceful|disgusting|disgusted|ridiculous|unacceptable|outrageous|outraged|pathetic|infuriating|furious|livid|pissed|pissed off|fed up|sick of|disgust*|shame on|shameful|worst company|worst (customer )?service|worst (store|shop|seller|experience)|rip off|ripoff|ripped off|robbery|you robbed|stealing|steal my|stole my money|trash|garbage|piece of (junk|crap|shit|garbage)|horrible company|beyond (angry|frustrated|upset|mad)|so (angry|mad)|never (again|buying|ordering|shopping)|screw (you|this|u)|hell is|the hell|wth)',
      '(fuck|fucking|fuckin|fck|fcking|fk|fking|fucked|fuckers|effing|motherfucker*|shit|shitty|shtty|bullshit|bullsh*|bs|wtf|stfu|asshole|assholes|bitch|bitches|bastards|bastard|dumbasses|dumbass|damn|damned|goddamn|crap|crappy|pos|dickheads)',
    ],
  },
};
