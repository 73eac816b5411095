/** What buyers call the things that happen once they have bought: delivery, return, refund, trouble. */
import type { Meanings } from './meaning.ts';

export const afterSale: Meanings = {
  return: {
    es: 'devol* devuelv* regresar regreso regreses retornar retorno arrepent* mandar_de_vuelta mandarlo_de_vuelta enviar_de_vuelta cambie_de_opinion cambio_de_opinion no_lo_quiero no_me_gusto no_era_lo_que ya_no_lo_quiero no_me_convencio desistir desistimiento convence convenc* quedar_con devuelvo echarme_atras no_me_sirve no_era_para_mi reciben_de_vuelta',
    pt: 'devol* retornar retorno arrepend* mandar_de_volta enviar_de_volta mudei_de_ideia mudar_de_ideia nao_quero_mais nao_gostei desist* nao_era_o_que logistica_reversa nao_me_serve convenc* nao_era_pra_mim ficar_com aceitam_de_volta devolvo',
    en: 'return* send_back send_it_back sending_back send_them_back ship_it_back give_back bring_back changed_my_mind change_my_mind dont_want_it regret* dont_like_it did_not_like didnt_like take_it_back doesnt_suit not_for_me dont_like_it keep_it sending_it_back not_happy',
  },
  exchange: {
    es: 'cambiar* cambio cambios canje* intercambi* reemplaz* sustitu* otra_talla otro_talle otro_color talla_equivocada no_me_queda no_me_quedo me_quedo_chic* me_quedo_grande me_queda_chic* me_queda_grande me_quedo_apretad* me_aprieta',
    pt: 'trocar* troca trocas troco substitu* outro_tamanho outra_cor nao_serviu nao_me_serviu ficou_pequen* ficou_grande ficou_apertad* ficou_larg* nao_coube',
    en: 'exchang* swap* replac* switch trade another_size different_size other_size wrong_size doesnt_fit didnt_fit does_not_fit too_small too_big too_tight too_large too_loose',
  },
  refund: {
    es: 'reembols* reintegr* dinero_de_vuelta mi_dinero mi_plata la_plata_de_vuelta devolucion_del_dinero me_regres* me_devuelv* recuperar_mi_dinero recuperar_el_dinero acredit* abono abonan saldo_a_favor nota_de_credito vale plata devuelven_el_dinero veo_mi_dinero cuando_me_devuelven ver_el_dinero',
    pt: 'reembols* estorn* ressarc* dinheiro_de_volta meu_dinheiro devolucao_do_dinheiro devolver_o_dinheiro devolvem_o_dinheiro vale_troca vale_compra credito_na_loja recuperar_o_dinheiro cair_na_fatura cai_na_conta quando_devolvem meu_estorno ver_o_dinheiro',
    en: 'refund* money_back my_money reimburs* credit_back get_back_what credited store_credit chargeback get_paid_back get_my_money money refunded paid_back',
  },
  cancel: {
    es: 'cancel* anul* dar_de_baja echar_para_atras ya_no_quiero deshacer_la_compra desistir',
    pt: 'cancel* anul* desist* desfazer_a_compra nao_quero_mais',
    en: 'cancel* call_off undo back_out stop_my_order',
  },
  delivery: {
    es: 'envi* entreg* despach* repart* domicilio mand* llega llegar llegan llegue paqueteria mensajeria reparto transport* flete correo recib* cartero* repartidor* mensajero* motociclista paqueter* reciba',
    pt: 'envi* entreg* despach* remet* postar postagem postado transport* chega chegar chegam frete correio* mandar mandam domicilio remessa receb* carteiro* entregador* motoboy encomenda',
    en: 'ship* deliver* dispatch* courier* carrier* arriv* mail* sent send sends freight post get_here come receive* mailman postman driver drop get_it parcel*',
  },
  delivery_time: {
    es: 'plazo* tarda* demora* en_cuantos_dias cuantos_dias tiempo_de_entrega cuando_llega cuando_me_llega para_cuando dias_habiles tiempos_de_entrega tiempo_de_envio tiempos_de_envio cuando_recibo cuando_lo_recibo',
    pt: 'prazo* demora* em_quantos_dias quantos_dias quando_chega dias_uteis tempo_de_entrega leva_quanto leva_quantos quando_recebo quando_vou_receber',
    en: 'how_many_days when_will business_days turnaround lead_time delivery_time shipping_time timeframe transit how_soon how_fast eta working_days when_do_i_get when_will_i_get how_long_to_ship how_long_to_arrive',
  },
  days: {
    es: 'dia dias semana semanas plazo* habiles laborables hora horas mes meses cuanto_tiempo tiempo cuantos_dias ano anos',
    pt: 'dia dias semana semanas prazo* uteis corridos hora horas mes meses quanto_tempo tempo quantos_dias ano anos',
    en: 'day days week weeks deadline window period time_limit hour hours month months how_long how_many_days year years',
  },
  deadline: {
    es: 'plazo* hasta_cuando limite cuanto_tiempo_tengo fecha_limite vence vencimiento cuantos_dias_tengo tiempo_maximo todavia_puedo aun_puedo caduc*',
    pt: 'prazo* ate_quando limite quanto_tempo_tenho data_limite vence vencimento quantos_dias_tenho tempo_maximo ainda_posso ainda_da_tempo',
    en: 'deadline how_long_do_i time_limit last_day until_when cutoff window too_late still_in_time within period expires',
  },
  freight_cost: {
    es: 'flete* costo_de_envio costos_de_envio gastos_de_envio valor_del_envio precio_del_envio cuanto_cuesta_el_envio cuanto_sale_el_envio cuanto_cobran tarifa* cobran_envio envio_gratis cuanto_es_el_envio precio_de_envio',
    pt: 'frete* custo_de_envio custo_do_envio valor_do_frete taxa_de_entrega quanto_custa_o_envio cobram_entrega quanto_fica_o_frete quanto_e_o_frete tarifa*',
    en: 'shipping_cost shipping_costs shipping_fee shipping_fees postage delivery_fee delivery_charge shipping_charge cost_to_ship how_much_is_shipping shipping_rate shipping_rates freight',
  },
  free: {
    es: 'gratis gratuit* sin_costo sin_cargo bonificad* sin_pagar cero_costo de_regalo',
    pt: 'gratis gratuit* sem_custo sem_cobrar de_graca isent* zero_custo sem_pagar',
    en: 'free complimentary no_charge no_cost at_no without_paying waive* on_the_house',
  },
  express: {
    es: 'expres* express urgente* urge rapid* mismo_dia hoy_mismo priorit* 24_horas lo_antes_posible cuanto_antes hoy manana_mismo apuro apurad* necesito_para lo_necesito_para',
    pt: 'expres* express urgen* rapid* mesmo_dia hoje_mesmo priorit* 24_horas o_quanto_antes sedex hoje amanha pressa preciso_ate preciso_para',
    en: 'express urgent* rush* fast* same_day next_day overnight priorit* asap expedit* quick* in_a_hurry today tomorrow faster sooner need_it_by quickest',
  },
  tracking: {
    es: 'rastre* seguim* guia tracking donde_esta donde_va localizar ubicar por_donde_va codigo_de_seguimiento numero_de_guia monitorear estado_de_mi estatus',
    pt: 'rastre* acompanh* codigo_de_envio tracking onde_esta onde_anda localizar cade situacao_do_pedido status',
    en: 'track* trace where_is wheres locate follow_my follow_the whereabouts status',
  },
  late: {
    es: 'retras* atras* demorad* tarde no_llega no_ha_llegado no_me_ha_llegado no_me_llego no_llego nunca_llego sigue_sin_llegar demora* todavia_no',
    pt: 'atras* demorad* tarde nao_chegou nao_chega nunca_chegou ainda_nao_chegou demora* passou_do_prazo fora_do_prazo',
    en: 'late delay* overdue hasnt_arrived not_arrived never_arrived has_not_come hasnt_come still_waiting taking_so_long didnt_arrive havent_received not_received behind_schedule',
  },
  lost: {
    es: 'perd* extravi* desapare* robad* robo no_aparece me_lo_robaron dice_entregado figura_entregado aparece_entregado',
    pt: 'perd* extravi* sumi* desapare* roubad* roubo furt* nao_aparece consta_entregue consta_como_entregue diz_entregue aparece_entregue',
    en: 'lost lose missing_package stolen theft disappear* vanish* says_delivered marked_delivered shows_delivered',
  },
  delivery_attempt: {
    es: 'intento* ausente no_estaba no_estoy no_habia_nadie nadie_en_casa no_hay_nadie reintent* vuelven_a_pasar portero porteria vecino conserje recibirlo_otra_persona recepcion visita* trabajando en_el_trabajo con_alguien recibe_otra alguien_mas fuera_de_casa no_voy_a_estar de_viaje',
    pt: 'tentativa* ausente nao_estava nao_estou nao_tinha_ninguem ninguem_em_casa sem_ninguem reentreg* portaria porteiro vizinh* outra_pessoa_receber segunda_tentativa trabalhando no_trabalho com_alguem outra_pessoa fora_de_casa nao_vou_estar viajando',
    en: 'attempt* not_home nobody_home no_one_home not_at_home isnt_home redeliver* neighbor* neighbour* doorman concierge someone_else_receive signature away at_work working with_someone someone_else out_of_town traveling travelling wont_be_home leave_it',
  },
  pickup: {
    es: 'recog* retir* pasar_a_buscar pasar_por sucursal* punto_de_entrega puntos_de_entrega punto_de_retiro ir_por recoleccion mostrador buscarlo tienda_fisica pick_up pickup local showroom en_persona recogerlo retirarlo pasar_por_el ir_a_buscar local_fisico',
    pt: 'retir* buscar pegar_na_loja pegar_pessoalmente ponto_de_retirada loja_fisica agencia balcao coleta* showroom pessoalmente em_maos retira retiro passar_pra_pegar ir_buscar',
    en: 'pick_up pickup pick_it_up collect* in_store in_person physical_store locker drop_off storefront showroom grab_it get_it_myself come_get_it in_store_pickup',
  },
  address: {
    es: 'direccion* domicilio codigo_postal calle me_mude mudanza otra_casa otro_lugar otra_direccion destino apartado_postal',
    pt: 'endereco* cep rua me_mudei mudanca mudei outra_casa outro_lugar destino caixa_postal',
    en: 'address* zip street moved moving another_place another_house destination somewhere_else po_box p_o_box',
  },
  region: {
    es: 'zona* region* ciudad* pueblo provincia* interior isla* remot* lejos todo_el_pais cobertura fronter* sierra rural* isla interior capital provincia provincias ciudad_chica sur norte',
    pt: 'regi* cidade* interior ilha* estado* remot* longe todo_o_brasil cobertura zona_rural area* norte nordeste capita* recife bahia manaus para_o_norte litoral sul sudeste capital estados',
    en: 'area* region* city town remote rural island* nationwide coverage state* alaska hawaii puerto_rico zone* honolulu alaska hawaii states territory territories po_box',
  },
  abroad: {
    es: 'internacional* extranjero exterior otro_pais otros_paises fuera_del_pais import* export* desde_china mundo',
    pt: 'internacional* estrangeiro exterior outro_pais outros_paises fora_do_brasil fora_do_pais import* export* da_china mundo',
    en: 'international* abroad overseas another_country other_countries worldwide import* export* foreign outside_the from_china',
  },
  customs: {
    es: 'aduan* arancel* impuesto* tribut* despacho_aduanero nacionaliz* iva gravam*',
    pt: 'alfandeg* aduan* imposto* tribut* taxa_de_importacao taxad* receita_federal icms',
    en: 'customs dut* tariff* tax* import_fees import_charges border vat',
  },
  damaged: {
    es: 'dana* rot* romp* quebr* golpe* abollad* estrell* defect* averi* roto rota maltrat* no_funciona no_sirve no_prende no_enciende mal_estado fall* raja* raya* descos* manchad* despeg* se_me_cayo se_cayo se_me_rompio abierto llego_mal vino_mal',
    pt: 'danific* quebr* avari* defeit* amass* rachad* estrag* nao_funciona nao_liga mau_estado falh* risca* trinca* descostur* manchad* rasgad* descol* caiu deixei_cair chegou_mal veio_com_defeito veio_quebrad*',
    en: 'damag* broke* break* crack* dent* defect* fault* shatter* smash* not_working doesnt_work does_not_work stopped_working doesnt_turn wont_turn malfunction* bad_condition scratch* torn stained ripped chip* dead dropped arrived_bad came_broken arrived_broken crushed leak*',
  },
  wrong_item: {
    es: 'equivocad* incorrect* otro_producto no_es_lo_que diferente* distint* error me_mandaron_otro me_llego_otro otra_cosa no_corresponde no_coincide me_mandaron_mal color_equivocado modelo_equivocado otro_modelo',
    pt: 'errad* trocad* outro_produto nao_e_o_que diferente* engano veio_outro outra_coisa nao_corresponde cor_errada modelo_errado outro_modelo mandaram_errad*',
    en: 'wrong* incorrect* different_item different_product not_what_i something_else mistake mismatched mix_up not_match another_item wrong_color wrong_colour wrong_model wrong_one sent_me_the',
  },
  missing_item: {
    es: 'falt* incomplet* no_venia no_vino venia_sin vino_sin menos_piezas caja_vacia sin_los',
    pt: 'falt* incomplet* nao_veio veio_sem menos_pecas caixa_vazia vieram_menos',
    en: 'missing incomplete not_included wasnt_in came_without less_than_ordered empty_box left_out short_of fewer',
  },
  evidence: {
    es: 'foto* fotograf* video* evidenc* prueb* imagen* captura* comprob*',
    pt: 'foto* fotograf* video* evidenc* prova* imagem imagens print comprov*',
    en: 'photo* picture* video* evidence proof image* screenshot* pics',
  },
  warranty: {
    es: 'garant* cobertura repar* arregl* compostura servicio_tecnico fallo se_descompuso descompuso dejo_de_funcionar se_dano me_cubre cubre* se_malogro se_echo_a_perder se_rompio me_lo_cambian arregla* servicio dura_la_garantia defecto tecnico',
    pt: 'garant* cobertura repar* consert* assistencia_tecnica arrum* parou_de_funcionar queimou deu_defeito pifou cobre cobrem me_trocam defeito tecnico conserta*',
    en: 'warrant* guarant* coverage cover* repair* fix* service_center stopped_working fail* broke_down covered die died broken_after defect*',
  },
  manufacture_fault: {
    es: 'defecto_de_fabrica fabrica* fabricacion defect* fall*',
    pt: 'defeito_de_fabrica fabrica* defeit* falh*',
    en: 'manufactur* factory defect* fault* flaw*',
  },
  return_shipping: {
    es: 'etiqueta* guia_prepagada prepagad* quien_paga pago_yo_el corre_por_mi_cuenta recoleccion costo_de_devolucion yo_pago_el',
    pt: 'etiqueta* codigo_de_postagem autorizacao_de_postagem quem_paga pago_eu logistica_reversa por_minha_conta coleta* frete_da_devolucao eu_pago_o',
    en: 'label* prepaid who_pays do_i_pay return_shipping return_postage pay_for_the_return restocking_fee at_my_expense',
  },
  condition: {
    es: 'sin_uso sin_usar us* etiqueta* empaque original* caja_original estren* abiert* lavad* puest* probad* probe abri',
    pt: 'sem_uso us* etiqueta* embalag* original* caixa_original abert* lavad* vesti* provei experiment* abri',
    en: 'unused unworn used wore worn tag* packag* original* opened washed condition tried_on try_on unopened',
  },
  packaging: {
    es: 'empaque* embalaj* caja* envoltorio* paquete* discret* bolsa burbuja viene_empacad*',
    pt: 'embalag* caixa* pacote* embrulh* discret* saco plastico_bolha',
    en: 'packag* box* parcel* wrap* discreet* bag padding plain_box',
  },
  several_parcels: {
    es: 'separad* varios_paquetes partes dividid* parcial* en_dos_envios juntos mismo_paquete junt*',
    pt: 'separad* varios_pacotes partes dividid* parcial* em_duas_entregas junt* mesmo_pacote',
    en: 'separate* split several_packages partial* two_packages together combine* same_box multiple_boxes',
  },
  complaint: {
    es: 'queja* reclam* denunci* inconform* disput* mediacion profeco defensa_del_consumidor',
    pt: 'reclam* queixa* denunci* disput* procon mediacao ouvidoria',
    en: 'complain* dispute* claim* report file_a escalat*',
  },
};
