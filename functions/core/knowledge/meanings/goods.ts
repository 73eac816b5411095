/** What buyers call the goods themselves, by their kinds. */
import type { Meanings } from './meaning.ts';

export const goods: Meanings = {
  kitchen: {
    es: 'cocina sarten* olla* taza* plato* vaso* cubiert* cuchillo*',
    pt: 'cozinha panela* frigideira* caneca* xicara* prato* copo* talher* faca*',
    en: 'kitchen pan pans pot pots mug* cup* plate* knife knives cutlery cookware',
  },
  bedding: {
    es: 'sabana* almohada* edredon* cobija* colcha* colchon* cama manta* frazada*',
    pt: 'lencol lencois travesseiro* edredom cobertor* colcha* colchao cama manta*',
    en: 'sheet* pillow* duvet* blanket* comforter* mattress* bed bedding queen king',
  },
  curtain: { es: 'cortina* persiana*', pt: 'cortina* persiana*', en: 'curtain* blind* drape*' },
  rug: { es: 'alfombra* tapete*', pt: 'tapete* carpete*', en: 'rug rugs carpet* mat' },
  bag: {
    es: 'mochila* bolso* bolsa* cartera* maleta* morral*',
    pt: 'mochila* bolsa* carteira* mala malas',
    en: 'backpack* bag bags purse* wallet* suitcase* luggage tote*',
  },
  laptop: {
    es: 'laptop* notebook* portatil* computadora* compu',
    pt: 'laptop* notebook* computador*',
    en: 'laptop* notebook* computer*',
  },
  jacket: {
    es: 'chaqueta* chamarra* campera* abrigo* rompeviento*',
    pt: 'jaqueta* casaco* corta_vento agasalho*',
    en: 'jacket* coat* windbreaker* parka*',
  },
  shirt: {
    es: 'camis* playera* remera* polera* blusa*',
    pt: 'camis* blusa* regata*',
    en: 'shirt* tee tees tshirt* blouse* top',
  },
  trousers: {
    es: 'pantalon* jean* mezclilla vaquero* short shorts',
    pt: 'calca* jeans short bermuda*',
    en: 'pant pants trouser* jean* denim shorts',
  },
  dress: { es: 'vestid* falda*', pt: 'vestid* saia*', en: 'dress* skirt* gown*' },
  underwear: {
    es: 'ropa_interior calzon* brasier* bombacha* bikini* traje_de_bano calcet* lencer* medias higien*',
    pt: 'roupa_intima calcinha* sutia* cueca* biquini* maio meia meias lingerie higien*',
    en: 'underwear bra bras panties swimsuit* swimwear bikini* sock socks lingerie intimate* hygien* brief*',
  },
  glasses: { es: 'lentes gafas anteojos', pt: 'oculos', en: 'glasses sunglasses eyewear' },
  clock: { es: 'reloj* smartwatch', pt: 'relogi* smartwatch', en: 'watch watches clock* smartwatch*' },
  headphones: {
    es: 'audifon* auricular*',
    pt: 'fone fones headset*',
    en: 'headphone* earphone* earbud* headset*',
  },
  bottle: {
    es: 'botella* termo* vaso_termico',
    pt: 'garrafa* termica squeeze copo_termico',
    en: 'bottle* thermos* flask* tumbler*',
  },
  furniture: {
    es: 'mueble* mesa* silla* sofa* estante* repisa* escritorio*',
    pt: 'move moveis mesa* cadeira* sofa* estante* prateleira* escrivaninha*',
    en: 'furnitur* table chair* sofa* couch shel* desk*',
  },
  cosmetic: {
    es: 'crema* maquillaje* cosmet* serum shampoo labial* champu jabon crema acondicionador locion protector',
    pt: 'creme* maquiagem cosmet* serum shampoo batom xampu sabonete condicionador locao protetor perfume',
    en: 'cream* makeup cosmet* serum shampoo lipstick* skincare soap conditioner lotion sunscreen moisturi*',
  },
  candle: { es: 'vela velas difusor*', pt: 'vela velas difusor*', en: 'candle* diffuser*' },
};
