/** What buyers ask of a product: sizes, stuff, care, electricity, parts, fitness for a use. */
import type { Meanings } from './meaning.ts';

export const products: Meanings = {
  size: {
    es: 'talla* talle* medida* tamano* numero dimension* mide miden calz* queda quedan chic* grande* mediano horma que_numero ajust* cabe caben apret* holgad* amplio entall*',
    pt: 'tamanho* medida* numero* numerac* dimens* mede medem calc* serve servem veste pequen* grande* medio forma cabe cabem apert* folgad* larg* caimento manequim',
    en: 'size* sizing measur* dimension* fit fits fitting small* large* medium big bigger tight* loose* length runs roomy snug',
  },
  size_chart: {
    es: 'tabla_de_tallas guia_de_tallas tabla_de_talles tabla_de_medidas guia_de_talles guia_de_medidas que_talla que_talle cual_talla',
    pt: 'tabela_de_medidas tabela_de_tamanhos guia_de_medidas guia_de_tamanhos que_tamanho qual_tamanho qual_numero',
    en: 'size_chart size_guide sizing_chart sizing_guide measurement_chart what_size which_size',
  },
  between_sizes: {
    es: 'entre_dos_tallas entre_tallas entre_dos_talles una_talla_mas talla_mayor talla_menor una_mas_grande una_mas_chica medio_numero media_talla',
    pt: 'entre_dois_tamanhos entre_tamanhos um_tamanho_maior numero_maior numero_menor um_numero_maior meio_numero',
    en: 'between_sizes between_two size_up size_down half_size half_sizes one_size_up in_between',
  },
  chest: {
    es: 'busto pecho torax contorno_de_pecho contorno_de_busto',
    pt: 'busto peito torax',
    en: 'chest bust breast',
  },
  waist: { es: 'cintura abdomen barriga panza', pt: 'cintura barriga abdomen', en: 'waist* belly' },
  hip: { es: 'cadera* nalga*', pt: 'quadril quadris', en: 'hip hips' },
  length: {
    es: 'largo larga longitud corto corta alto altura ancho profundidad',
    pt: 'comprimento comprid* curto curta altura largura profundidade',
    en: 'length long short height width depth tall wide deep inseam',
  },
  foot: {
    es: 'pie pies plantilla calzado zapat* tenis zapatilla* bota botas sandalia*',
    pt: 'pe pes palmilha calcado* sapat* tenis bota botas sandalia* chinelo*',
    en: 'foot feet insole shoe* sneaker* boot boots sandal* footwear',
  },
  finger: {
    es: 'anillo* dedo* sortija* aro diametro',
    pt: 'anel aneis dedo* alianca* aro diametro',
    en: 'ring rings finger* diameter',
  },
  jewel: {
    es: 'joya* joyeria collar* arete* aros pulsera* cadena* plata oro bisuteria pendientes',
    pt: 'joia* colar* brinco* pulseira* corrente* prata ouro bijuteria',
    en: 'jewel* necklace* earring* bracelet* chain* silver gold pendant',
  },
  weight: {
    es: 'peso pesa pesan kilo* gramo* kg livian* liger* pesad* aguanta soporta resiste carga',
    pt: 'peso pesa pesam quilo* grama* kg leve leves pesad* aguenta suporta resiste carga',
    en: 'weigh* kilo* gram* pound* lb lbs light lightweight heavy hold supports load max_weight carry',
  },
  capacity: {
    es: 'capacidad litro* ml cuanto_cabe cabe caben volumen onzas cuantas_personas contenido',
    pt: 'capacidade litro* ml quanto_cabe cabe cabem volume quantas_pessoas conteudo',
    en: 'capacit* liter* litre* ml ounce* oz hold holds volume how_many_people contents',
  },
  material: {
    es: 'material* tela* tejido* hecho_de hecha_de composicion de_que_es de_que_esta textura forro',
    pt: 'material materiais tecido* feito_de feita_de composicao de_que_e textura forro',
    en: 'material* fabric* made_of composition cloth textile* texture lining what_is_it_made',
  },
  cotton: { es: 'algodon', pt: 'algodao', en: 'cotton' },
  polyester: {
    es: 'poliest* sintetic* nylon nailon',
    pt: 'poliest* sintetic* nylon',
    en: 'polyester synthetic* nylon',
  },
  wool: { es: 'lana', pt: 'la lazinha', en: 'wool*' },
  linen: { es: 'lino', pt: 'linho', en: 'linen' },
  leather: { es: 'cuero piel cuerina gamuza', pt: 'couro corino camurca', en: 'leather suede faux_leather' },
  wood: {
    es: 'madera* bambu roble pino mdf',
    pt: 'madeira* bambu carvalho pinus mdf',
    en: 'wood* bamboo oak pine mdf timber',
  },
  metal: {
    es: 'metal* acero aluminio hierro inoxidable oxid*',
    pt: 'metal metais aco aluminio ferro inox* enferruj* oxid*',
    en: 'metal* steel aluminum aluminium iron stainless rust*',
  },
  glass: { es: 'vidrio* cristal*', pt: 'vidro* cristal', en: 'glass crystal' },
  ceramic: {
    es: 'ceramic* porcelana barro loza',
    pt: 'ceramic* porcelana louca barro',
    en: 'ceramic* porcelain clay stoneware',
  },
  plastic: { es: 'plastic* bpa silicon*', pt: 'plastic* bpa silicon*', en: 'plastic* bpa silicon*' },
  stretch: {
    es: 'elastic* estira* encog* achic* cede spandex elastano se_hace_mas',
    pt: 'elastic* estica* encolh* lycra elastano cede lacei* alarg*',
    en: 'stretch* elastic* shrink* spandex elastane shrank give',
  },
  colour: {
    es: 'color* tono* destin* destiñ* despint* negro blanco azul roj* verde',
    pt: 'cor cores tom tons desbot* solta_tinta mancha* preto branco azul vermelh* verde',
    en: 'color* colour* shade* tone fade* bleed* run black white blue red green',
  },
  wash: {
    es: 'lavar* lava lavado lavadora* lavable* limpi* mancha* secadora* secar* secado planch* cloro blanqueador tintorer* en_seco detergente jabon a_mano cuidado* cuidar mantenimiento remojar centrifug*',
    pt: 'lavar* lava lavagem lavadora* maquina_de_lavar lavavel limp* mancha* secadora* secar* secagem passar_a_ferro ferro alvejante a_seco sabao detergente a_mao cuidado* cuidar manutencao molho centrifug*',
    en: 'wash* laundry clean* stain* dryer dry drying iron* bleach* dry_clean detergent soap by_hand care machine maintain* soak tumble',
  },
  iron: { es: 'planch* arrug*', pt: 'passar ferro amass* amarrot*', en: 'iron* wrinkl* crease* steam*' },
  dishwasher: {
    es: 'lavavajillas lavaplatos maquina_de_platos',
    pt: 'lava_loucas lava_louca maquina_de_louca',
    en: 'dishwasher*',
  },
  microwave: { es: 'microondas horno*', pt: 'micro_ondas microondas forno*', en: 'microwav* oven*' },
  water: {
    es: 'agua impermeab* sumergi* mojar* moja lluvia ducha banarme bano piscina alberca mar salpicad* humedad',
    pt: 'agua impermeav* submer* molhar* molha chuva banho chuveiro piscina mar respingo* umidade a_prova_d',
    en: 'water* waterproof* submer* wet rain* shower* bath* pool sea splash* humid* swim* moisture',
  },
  heat: {
    es: 'calor caliente temperatura* fuego sol quem* frio',
    pt: 'calor quente temperatura* fogo sol queim* frio',
    en: 'heat* hot temperature* fire sun burn* cold warm*',
  },
  outdoor: {
    es: 'exterior* intemperie jardin afuera aire_libre terraza patio',
    pt: 'exterior* area_externa jardim ao_ar_livre varanda sereno relento',
    en: 'outdoor* outside garden patio weather* balcony',
  },
  voltage: {
    es: 'voltaje* volt* 110v 220v 127v corriente enchuf* tomacorriente bivolt clavija transformador electric* watts vatios potencia',
    pt: 'voltagem tensao volt* 110v 220v 127v tomada* bivolt plugue transformador eletric* watts potencia corrente',
    en: 'voltage volt* 110v 220v 120v outlet* plug* electric* watt* power adapter current mains',
  },
  battery: {
    es: 'bateria* pila* carga* cargador* recarg* autonomia dura_la_carga cuanto_dura usb',
    pt: 'bateria* pilha* carga carrega* carregador* recarreg* autonomia dura_a_carga quanto_dura usb',
    en: 'batter* charg* recharg* charger how_long_does_it_last usb lasts power_bank',
  },
  light: {
    es: 'luz luces lampara* foco* bombilla* led ilumin* lumen* regulable atenu* velador',
    pt: 'luz luzes lampada* luminaria* led ilumin* lumen* regulavel dimer dimmer abajur',
    en: 'light* lamp* bulb* led bright* lumen* dimm* socket',
  },
  connect: {
    es: 'bluetooth wifi conect* compatib* empareja* sincroniz* celular telefono iphone android app aplicacion alexa',
    pt: 'bluetooth wifi conect* compativ* compatib* pare* sincroniz* celular telefone iphone android app aplicativo alexa',
    en: 'bluetooth wifi wi_fi connect* compatib* pair* sync* phone iphone android app works_with alexa',
  },
  compatible: {
    es: 'compatib* sirve_para le_sirve funciona_con le_queda_a es_para modelo* encaja',
    pt: 'compativ* compatib* serve_para serve_no funciona_com encaixa modelo*',
    en: 'compatib* works_with work_with fits_my fit_my model* goes_with suit*',
  },
  assembly: {
    es: 'arm* ensambl* mont* instal* viene_armado herramient* tornillo* instruct* taladr*',
    pt: 'mont* instal* vem_montad* ferrament* parafuso* instruc* furadeira furar',
    en: 'assembl* install* put_together build screw* tool* instruct* set_up setup mount* drill*',
  },
  manual: {
    es: 'manual* instruct* guia_de_uso como_se_usa como_usar modo_de_uso',
    pt: 'manual manuais instruc* guia_de_uso como_se_usa como_usar modo_de_uso',
    en: 'manual* instruct* how_to_use directions user_guide',
  },
  parts: {
    es: 'repuesto* refaccion* pieza* accesorio* recambio* consumible*',
    pt: 'peca pecas reposicao acessorio* refil sobressalente*',
    en: 'part parts spare* accessor* replacement_part refill*',
  },
  included: {
    es: 'inclu* viene_con vienen_con trae traen contenido que_trae kit caja',
    pt: 'inclu* vem_com vem_junto acompanha traz conteudo kit caixa',
    en: 'includ* comes_with come_with in_the_box contents kit bundle',
  },
  skin: {
    es: 'alerg* hipoalerg* piel sensib* irrit* niquel dermat* comezon roncha*',
    pt: 'alerg* hipoalerg* antialerg* pele sensiv* irrit* niquel dermat* coceira',
    en: 'allerg* hypoallerg* skin sensitiv* irritat* nickel dermat* itch* rash',
  },
  ingredients: {
    es: 'ingredient* contiene formula gluten lactosa azucar parabenos quimic* fragancia perfume aroma huele olor',
    pt: 'ingredient* contem formula gluten lactose acucar parabenos quimic* fragrancia perfume aroma cheir* odor',
    en: 'ingredient* contain* formula gluten lactose sugar paraben* chemical* fragrance scent* smell* aroma',
  },
  expiry: {
    es: 'caduc* vencim* vence vida_util durac* expira frescura',
    pt: 'validade vencim* vence vida_util durac* expira',
    en: 'expir* shelf_life best_before use_by lasts last',
  },
  children: {
    es: 'nino* nina* bebe* infantil* hijo hija edad* juguete* anos_de_edad menor* escolar*',
    pt: 'crianca* bebe* infanti* filho filha idade* brinquedo* menor* escolar*',
    en: 'child* kid kids baby babies toddler* son daughter age ages toy toys infant* school*',
  },
  pets: {
    es: 'mascota* perro* gato*',
    pt: 'pet pets cachorro* gato* animal animais',
    en: 'pet pets dog dogs cat cats animal*',
  },
  pregnant: { es: 'embaraz* lactan*', pt: 'gravid* gestante* amament*', en: 'pregnan* nursing breastfeed*' },
  safety: {
    es: 'peligr* riesgo* toxic* certific* norma* segur* inflam* sobrecalent*',
    pt: 'perig* risco* toxic* certific* norma* inmetro segur* inflam* esquent* superaquec*',
    en: 'danger* hazard* toxic* certif* standard* safe* flammab* overheat*',
  },
  duration: {
    es: 'dura duran durabilidad resisten* aguant* vida',
    pt: 'dura duram durabilidade resisten* aguent* vida',
    en: 'last lasts durab* resist* lifespan hold_up',
  },
  noise: {
    es: 'ruido* ruidos* silencios* sonido*',
    pt: 'ruido* barulh* silencios* som',
    en: 'nois* quiet silent loud sound*',
  },
};
