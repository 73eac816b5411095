/** What buyers ask of a product: sizes, stuff, care, electricity, parts, fitness for a use. */
import type { Meanings } from './meaning.ts';

export const products: Meanings = {
  size: {
    es: 'talla* talle* medida* tamano* numero dimension* mide miden calz* queda quedan chic* grande* mediano horma que_numero ajust* cabe caben apret* holgad* amplio entall* entra entran me_va me_entra equival* conversion',
    pt: 'tamanho* medida* numero* numerac* dimens* mede medem calc* serve servem veste pequen* grande* medio forma cabe cabem apert* folgad* larg* caimento manequim entra entram fica_bem equival* conversao',
    en: 'size* sizing measur* dimension* fit fits fitting small* large* medium big bigger tight* loose* length runs roomy snug true_to_size runs_small runs_large convert* conversion equivalent wear',
  },
  size_chart: {
    es: 'tabla_de_tallas guia_de_tallas tabla_de_talles tabla_de_medidas guia_de_talles guia_de_medidas que_talla que_talle cual_talla',
    pt: 'tabela_de_medidas tabela_de_tamanhos guia_de_medidas guia_de_tamanhos que_tamanho qual_tamanho qual_numero',
    en: 'size_chart size_guide sizing_chart sizing_guide measurement_chart what_size which_size',
  },
  between_sizes: {
    es: 'entre_dos_tallas entre_tallas entre_dos_talles una_talla_mas talla_mayor talla_menor una_mas_grande una_mas_chica medio_numero media_talla pido_una_mas pedir_mas_grande',
    pt: 'entre_dois_tamanhos entre_tamanhos um_tamanho_maior numero_maior numero_menor um_numero_maior meio_numero peco_um_maior pegar_maior',
    en: 'between_sizes between_two size_up size_down half_size half_sizes one_size_up in_between true_to_size go_up go_down',
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
    es: 'material* tela* tejido* hecho_de hecha_de composicion de_que_es de_que_esta textura forro de_que_material esta_hecho esta_hecha',
    pt: 'material materiais tecido* feito_de feita_de composicao de_que_e textura forro do_que_e_feito do_que_e feito feita',
    en: 'material* fabric* made_of composition cloth textile* texture lining what_is_it_made made',
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
    es: 'color* tono* destin* despint* negro blanco azul roj* verde',
    pt: 'cor cores tom tons desbot* solta_tinta mancha* preto branco azul vermelh* verde',
    en: 'color* colour* shade* tone fade* bleed* run black white blue red green',
  },
  wash: {
    es: 'lavar* lava lavado lavadora* lavable* limpi* mancha* secadora* secar* secado planch* cloro blanqueador tintorer* en_seco detergente jabon a_mano cuidado* cuidar mantenimiento remojar centrifug* laundry secar_en_secadora tender tend*',
    pt: 'lavar* lava lavagem lavadora* maquina_de_lavar lavavel limp* mancha* secadora* secar* secagem passar_a_ferro ferro alvejante a_seco sabao detergente a_mao cuidado* cuidar manutencao molho centrifug* varal torcer torce',
    en: 'wash* laundry clean* stain* dryer dry drying iron* bleach* dry_clean detergent soap by_hand care machine maintain* soak tumble rinse hand_wash air_dry',
  },
  iron: { es: 'planch* arrug*', pt: 'passar ferro amass* amarrot*', en: 'iron* wrinkl* crease* steam*' },
  dishwasher: {
    es: 'lavavajillas lavaplatos maquina_de_platos',
    pt: 'lava_loucas lava_louca maquina_de_louca',
    en: 'dishwasher*',
  },
  microwave: { es: 'microondas horno*', pt: 'micro_ondas microondas forno*', en: 'microwav* oven*' },
  water: {
    es: 'agua impermeab* sumergi* mojar* moja lluvia ducha banarme bano piscina alberca mar salpicad* humedad playa arena lluev* sudor transpir*',
    pt: 'agua impermeav* submer* molhar* molha chuva banho chuveiro piscina mar respingo* umidade a_prova_d praia areia chov* suor transpir*',
    en: 'water* waterproof* submer* wet rain* shower* bath* pool sea splash* humid* swim* moisture beach sand snow sweat* drizzle pouring soak*',
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
    es: 'bateria* pila* carga* cargador* recarg* autonomia dura_la_carga cuanto_dura usb duracion_de_la_bateria horas_de_uso sin_cable inalambric*',
    pt: 'bateria* pilha* carga carrega* carregador* recarreg* autonomia dura_a_carga quanto_dura usb duracao_da_bateria horas_de_uso sem_fio',
    en: 'batter* charg* recharg* charger how_long_does_it_last usb lasts power_bank playtime hours_of_use wireless cordless on_a_charge',
  },
  light: {
    es: 'luz luces lampara* foco* bombilla* led ilumin* lumen* regulable atenu* velador brillo brillante intensidad',
    pt: 'luz luzes lampada* luminaria* led ilumin* lumen* regulavel dimer dimmer abajur brilho brilhante intensidade',
    en: 'light* lamp* bulb* led bright* lumen* dimm* socket brightness glow intensity',
  },
  connect: {
    es: 'bluetooth wifi conect* compatib* empareja* sincroniz* celular telefono iphone android app aplicacion alexa conexion vincul* empareja* parear',
    pt: 'bluetooth wifi conect* compativ* compatib* pare* sincroniz* celular telefone iphone android app aplicativo alexa conexao vincul* parear pareament*',
    en: 'bluetooth wifi wi_fi connect* compatib* pair* sync* phone iphone android app works_with alexa connection link',
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
    es: 'repuesto* refaccion* pieza* accesorio* recambio* consumible* partes componente*',
    pt: 'peca pecas reposicao acessorio* refil sobressalente* pecinha* partes componente*',
    en: 'part parts spare* accessor* replacement_part refill* pieces component*',
  },
  included: {
    es: 'inclu* viene_con vienen_con trae traen contenido que_trae kit caja incluid* viene_el vienen_los',
    pt: 'inclu* vem_com vem_junto acompanha traz conteudo kit caixa inclus* vem_o vem_a vem_quant*',
    en: 'includ* comes_with come_with in_the_box contents kit bundle included in_the_package does_it_come',
  },
  skin: {
    es: 'alerg* hipoalerg* piel sensib* irrit* niquel dermat* comezon roncha*',
    pt: 'alerg* hipoalerg* antialerg* pele sensiv* irrit* niquel dermat* coceira',
    en: 'allerg* hypoallerg* skin sensitiv* irritat* nickel dermat* itch* rash',
  },
  ingredients: {
    es: 'ingredient* contiene formula gluten lactosa azucar parabenos quimic* fragancia perfume aroma huele olor de_que_esta_hecho que_contiene que_trae_la_formula componentes conservante* testead* prueban_en',
    pt: 'ingredient* contem formula gluten lactose acucar parabenos quimic* fragrancia perfume aroma cheir* odor do_que_e_feito do_que_e o_que_tem_na composicao conservante* testad* testam_em sulfato',
    en: 'ingredient* contain* formula gluten lactose sugar paraben* chemical* fragrance scent* smell* aroma what_is_in whats_in ingredients tested additive* preservative* sulfate*',
  },
  expiry: {
    es: 'caduc* vencim* vence vida_util durac* expira frescura dura duran fecha_de_vencimiento despues_de_abrir una_vez_abierto se_echa_a_perder',
    pt: 'validade vencim* vence vida_util durac* expira dura duram data_de_validade depois_de_abert* depois_que_abr* uma_vez_abert* estraga*',
    en: 'expir* shelf_life best_before use_by lasts last good_for go_bad after_opening once_opened spoil* expiration',
  },
  children: {
    es: 'nino* nina* bebe* infantil* hijo hija edad* juguete* anos_de_edad menor* escolar* chiquit* bebito* meses_de_edad crio* peque',
    pt: 'crianca* bebe* infanti* filho filha idade* brinquedo* menor* escolar* aninho* bebezinho* meses_de_idade menin*',
    en: 'child* kid kids baby babies toddler* son daughter age ages toy toys infant* school* year_old years_old month_old little_one newborn*',
  },
  pets: {
    es: 'mascota* perro* gato*',
    pt: 'pet pets cachorro* gato* animal animais',
    en: 'pet pets dog dogs cat cats animal*',
  },
  pregnant: { es: 'embaraz* lactan*', pt: 'gravid* gestante* amament*', en: 'pregnan* nursing breastfeed*' },
  safety: {
    es: 'peligr* riesgo* toxic* certific* norma* segur* inflam* sobrecalent* dana_la tragar* ahog* filos*',
    pt: 'perig* risco* toxic* certific* norma* inmetro segur* inflam* esquent* superaquec* engol* engasg* faz_mal',
    en: 'danger* hazard* toxic* certif* standard* safe* flammab* overheat* chok* swallow* harm*',
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
