/** Words of anger, by country, and the look-alikes that are praise, jokes or blame of oneself. Editable: a word is one line. */
import type { Rule } from './pattern.ts';

/** Thrown at the shop, or at what happened. */
export const anger: Rule = {
  harmless: [
    'tell me a joke',
    '(otra|mi|la|esa|una) wea (llego|jaja*)',
    // praise
    '(esta|estan|quedo|quedaron|que|muy|bien|son|es|bem|ficou|tao) (chingon*|chido*|perron*|chimba|verraco|berraco|bacan*|foda|fodastico|pika|poca madre|de puta madre|de la puta madre|a toda madre|padrisim*)',
    'de (poca) madre',
    'que chimba',
    'una chimba',
    '(fucking|freaking|bloody|hella) (awesome|amazing|love|great|good|perfect|beautiful|incredible|best|fast|nice|cool|gorgeous|cute|happy|excited)',
    '(holy (shit)) ... (amazing|awesome|good|great|love|fast|beautiful|nice|perfect)',
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
    '(lixo|basura|garbage|lixeira) (bag|bags|bin|can|cans|eletronica|organica|disposal|truck)',
    '(saco|sacos|cesto|lata|coletor|bolsa|bolsas|bote|botes|cubo|tacho|camion|recogedor|banheiro|cozinha) (de|do|para|da|pra) (lixo|basura|la basura)',
    '(shit) (table|tzu|zu|happens)',
    'shih tzu',
    'perro mierda',
    '(culo|cola) (de|del) (perro|pato)',
    'ladron de (corriente|oido)',
    'ladrones? (usb|de enchufe*|electric*)',
  ],
  says: {
    es: [
      'andate a cagar',
      'andate a la mierda',
      'vayan*se a la',
      'vayanse (al|a la)',
      'son (unos|una|unas) (animales|ratas|basura|verguenza|mierda|payasos|lacras|burla)',
      'son (unos|unas) (ladrones|inutiles|ineptos|chorros|estafadores|incompetentes|mentirosos|vagos|payasos|sinverguenzas|garcas|delincuentes|incumplidos)',
      '(manga|partida|bola|sarta|banda) de (ladrones|inutiles|ineptos|chorros|estafadores|incompetentes|mentirosos|vagos|payasos|sinverguenzas|garcas|delincuentes|incumplidos)',

      'ratas',
      'que (verguenza|robo|descaro|cara dura)',
      'una verguenza',
      'me (robaron|roban) la plata',
      'la puta madre',
      'hijos de su*',
      // everywhere
      '(estafadores|estafador|estafadora|rateros|ratero|ladrones|ladrona|ladronzuelos|sinverguenza|sinverguenzas|mentirosos|embusteros|chantas|tramposos|delincuentes|payasos|descarados|incompetentes|ineptos|inutiles|imbeciles|imbecil|idiotas|idiota|estupidos|estupida|estupido|tarados|tarado|malditos|maldita|maldito|desgraciados)',
      '(mierda|mierdas|mrd|mierd*|cagada|cagadas|putos|putas|ptm|ptmr|hdp|hijos de puta|hijo de puta|hijos de su|hijos de perra|joder|jodan|joderme|jodiendo|chingado|carajo|cojones|asquerosos|porqueria|porquerias|basura|bazofia|tomada de pelo|tomadura de pelo|me ven la cara|es un robo|son un robo|un asalto|robo descarado|me vieron la cara|me estan viendo la cara|se estan burlando|estoy furios*|furios*|emputad*|encabronad*|encojonad*|arrech*|enojadisim*|molestisim*|hasta la madre|hasta los huevos|hasta las bolas|hasta el gorro|hasta el copete|podrido de|hincha bolas)',
      // Mexico
      '(chinguen|chinga|chingar|chingada|chingadera|chingaderas|pendejos|pendejo|pendejas|pendejada|pendejadas|cabrones|cabron|culeros|culero|culeras|ojetes|ojete|mamadas|mamada|no mamen|no mames|pinche|pinches|putamadre|verga|a la verga|vergas|poca madre|me vale madre|huevones|rateras)',
      // Argentina
      '(la concha|conchudos|concha de|lpm|lpqtp|la puta que|boludos|pelotudos|pelotudo|pelotudez|garcas|garca|soretes|sorete|chorros|chorro|me estan cargando|me estan tomando el pelo|una joda|verguenza ajena|me cago en|me tienen podrid*)',
      // Colombia
      '(gonorrea|gonorreas|malparido|malparidos|hijueputa|hijueputas|jueputa|gueva|guevon|huevon|careverga|marica que|pirobos|pirobo|que mamera|faltones)',
      // Chile
      '(conchetumare|conchesumadre|ctm|csm|weones|weon qlo|qls|qlo|qlos|culiaos|culiao|culiados|culiado|aweonaos|aweonao|ladris|mala clase|chantas)',
    ],
    pt: [
      'vergonha na cara',
      'ta louco',
      'incompetencia junta',
      'bando de (ladroes|incompetentes|mentirosos|enrolao|vagabundos|palhacos|safados|picaretas|golpistas|idiotas)',
      'odio dessa',
      '(sao|voces sao|vcs sao) (uma piada|uma vergonha|ridiculos|um lixo|uns (ladroes|incompetentes|palhacos|mentirosos))',
      'tao de brincadeira',
      'ta de brincadeira',
      '(que|muita) raiva',
      'serio(o)? porco',
      '(uma|que) vergonha (de|essa|voces|vcs|isso|na cara)',
      'vao tomar no *',
      'vai tomar no *',
      'servico porco',
      '(golpistas|golpista|picaretas|picareta|ladroes|ladrao|bandidos|bandido|safados|safado|safadeza|vagabundos|vagabundo|vagabunda|mentirosos|mentirosa|trambiqueiros|estelionatarios|enganadores|caloteiros|caloteiro|pilantras|pilantra|canalhas|palhacos|palhacada|palhaco|incompetentes|idiotas|idiota|imbecis|imbecil|burros|otarios|otario|trouxa|me fazendo de (otario|otaria|trouxa|palhaco|palhaca|idiota|bobo|boba)|sem vergonha|revoltante|revoltad*|indignad*|lixo|um lixo|porcaria|uma porcaria|furios*|de saco cheio|assalto)',
      '(merda|merdas|bosta|porra|caralho|krl|cacete|caralhos|fdp|fdps|filho da puta|filhos da puta|filhos de uma|filha da puta|puta que pariu|pqp|putas|vtnc|vai se foder|vao se foder|se fuder|vsf|vsfd|fodase|foda se|foder|fuder|arrombados|arrombado|desgracados|desgracado|cuzao|cuzoes|corno|cornos|malditos|maldita|maldito)',
    ],
    en: [
      '(you|u) (guys |people |all )?suck',
      '(jerks|scum|dirtbags|bastards|losers)',
      '(ashamed|embarrassed) of (yourselves|yourself)',
      'should be ashamed',
      'are you people',
      'you (people|guys) are (a joke|clowns|pathetic|ridiculous|thieves|useless|crooks|scammers)',
      'go to hell',
      'what the (hell|f|fuck|heck)',
      'absolute (garbage|joke|trash|clowns|disgrace)',
      'beyond (angry|furious|mad)',
      'so (angry|pissed)',
      'total (garbage|trash|joke|clowns)',
      'is (garbage|trash)',
      'you (robbed|stole|scammed) (me|my)',
      'shame on (you|u)',
      '(scammers|scammer|thieves|thief|crooks|crook|liars|con artists|fraudsters|idiots|idiot|morons|moron|incompetent|incompetence|clowns|a joke|disgrace|outraged|pathetic|infuriating|furious|livid|pissed|pissed off|fed up|sick of|disgust*|shame on|steal my|stole my money|garbage|piece of (junk|shit|garbage)|screw (you|this|u)|the hell|wth)',
      '(fuck|fucking|fuckin|fck|fcking|fk|fking|fucked|fuckers|effing|motherfucker*|shit|shitty|shtty|bullshit|bullsh*|wtf|stfu|asshole|assholes|bitch|bitches|bastards|bastard|dumbasses|dumbass|goddamn|dickheads)',
    ],
  },
};
