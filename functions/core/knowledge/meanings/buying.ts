/** What buyers call price, payment, papers, promotions, accounts and the shop itself. */
import type { Meanings } from './meaning.ts';

export const buying: Meanings = {
  price: {
    es: 'precio* cuest* cuanto_sale cuanto_vale valor valen caro cara barat* costo costos cuanto_es a_cuanto economic*',
    pt: 'preco* cust* quanto_sai quanto_e valor caro cara barat* quanto_fica em_conta',
    en: 'price* cost* how_much expensive cheap* worth pricing',
  },
  payment: {
    es: 'pag* abon* cobr* metodo_de_pago metodos_de_pago formas_de_pago medio_de_pago medios_de_pago cancelar_la_compra_con',
    pt: 'pag* cobr* metodo_de_pagamento forma_de_pagamento formas_de_pagamento meio_de_pagamento acerto',
    en: 'pay* paid billing checkout payment_method charged accept* purchase_with',
  },
  instalments: {
    es: 'cuota* mensualidad* meses_sin_intereses sin_intereses a_plazos financi* en_partes pagos_parciales diferir diferid* msi a_meses dividir_el_pago poco_a_poco meses a_pagos por_mes pagos_chiquitos partes',
    pt: 'parcel* sem_juros juros prestac* vezes financi* dividir em_vezes dividid* mensais por_mes parcelinha* 10x 12x 6x 3x',
    en: 'instal* monthly financ* pay_later split_the_payment split_payment in_parts interest_free klarna affirm afterpay over_time by_month per_month payment_plan',
  },
  card: {
    es: 'tarjeta* credito debito visa mastercard amex american_express plastico',
    pt: 'cartao cartoes credito debito visa mastercard elo amex hipercard',
    en: 'card* credit debit visa mastercard amex discover',
  },
  cash: {
    es: 'efectivo oxxo contra_entrega contraentrega deposito* rapipago pago_facil efecty baloto al_recibir cuando_llegue_pago tienda_de_conveniencia tiendas_de_conveniencia seven farmacia*',
    pt: 'dinheiro boleto* loterica na_entrega deposito* loterica banco_do',
    en: 'cash cod on_delivery money_order deposit* when_it_arrives convenience_store',
  },
  transfer: {
    es: 'transfer* spei pse cbu cvu bancari* banco pix',
    pt: 'transfer* pix ted doc bancari* banco chave qr',
    en: 'transfer* wire bank* ach zelle pix',
  },
  wallet: {
    es: 'mercado_pago mercadopago paypal billetera* monedero* nequi daviplata apple_pay google_pay',
    pt: 'mercado_pago mercadopago paypal carteira_digital picpay apple_pay google_pay',
    en: 'paypal wallet* apple_pay google_pay venmo shop_pay cash_app',
  },
  payment_refused: {
    es: 'rechaz* declin* no_pasa no_paso fallo_el_pago error_al_pagar no_me_deja_pagar denegad* rebota no_acepta cobro_doble cobraron_dos duplicad* doble dos_veces no_acepto no_aprobo no_aprobaron cobraron cobrado',
    pt: 'recus* negad* nao_passa nao_passou nao_aceita erro_no_pagamento nao_consigo_pagar reprovad* nao_aprov* cobraram_duas duplicad* dobro duas_vezes nao_aprovou foi_negad* cobrado cobraram',
    en: 'declin* reject* refus* denied failed payment_error wont_go_through not_accept* doesnt_accept charged_twice double duplicate* twice was_declined not_approved got_charged charged',
  },
  payment_confirmed: {
    es: 'acredit* confirm* aprob* comprobante* compens* procesar* verific* reflej* pendiente',
    pt: 'aprov* confirm* compens* comprovante* processa* verific* cair pendente caiu',
    en: 'confirm* approv* clear* proof_of_payment process* verif* pending go_through',
  },
  security: {
    es: 'segur* confiab* confianza estafa* fraude* clonar datos_de_mi_tarjeta ssl protegid* proteg* phishing',
    pt: 'segur* confiav* confianca golpe* fraude* clon* dados_do_cartao protegid* proteg*',
    en: 'safe* secur* trust* scam* fraud* protect* legit* phishing',
  },
  invoice: {
    es: 'factur* cfdi rfc recibo* comprobante_fiscal nit rut boleta ticket cuit razon_social fiscal* contador mi_empresa deducir deducible',
    pt: 'nota_fiscal nf nfe danfe cnpj cpf recibo* fatura* cupom_fiscal xml fiscal* contador firma minha_empresa documento_fiscal razao_social',
    en: 'invoice* receipt* bill bills tax_id vat_number ein purchase_record accountant my_company tax_deduct* expense*',
  },
  discount: {
    es: 'descuent* rebaj* oferta* promo* cupon* codigo* remate* liquidacion black_friday hot_sale buen_fin cyber precio_especial ahorr* vale_de outlet',
    pt: 'descont* oferta* promo* cupom cupons codigo* liquida* queima black_friday cashback preco_especial economiz* outlet',
    en: 'discount* deal* promo* coupon* code* sale sales clearance black_friday cyber off voucher* special_price save outlet markdown',
  },
  combine: {
    es: 'combin* acumul* juntar varios dos_cupones al_mismo_tiempo sumar apil* junto_con mezclar',
    pt: 'combin* acumul* juntar varios dois_cupons ao_mesmo_tempo somar junto_com',
    en: 'combin* stack* together several two_codes multiple at_once both on_top',
  },
  first_purchase: {
    es: 'primera_compra primer_pedido cliente_nuevo nuevos_clientes bienvenida newsletter suscrib*',
    pt: 'primeira_compra primeiro_pedido cliente_novo novos_clientes boas_vindas newsletter cadastr*',
    en: 'first_order first_purchase first_time new_customer new_customers welcome newsletter sign_up subscrib*',
  },
  price_match: {
    es: 'igual* mas_barato mas_bajo bajo_de_precio bajo_el_precio competencia otra_tienda diferencia_de_precio ajuste_de_precio respetan',
    pt: 'cobre_oferta cobrem mais_barato mais_baixo baixou_o_preco baixou concorren* outra_loja diferenca_de_preco ajuste_de_preco',
    en: 'price_match match* cheaper lower_price price_drop* dropped competitor* another_store difference price_adjustment went_down',
  },
  loyalty: {
    es: 'punto puntos fidelidad recompens* lealtad club membres* miembro* socio* beneficio* canjear gano ganar acumul* cliente_frecuente vip premio*',
    pt: 'ponto pontos fidelidade recompens* clube membro* socio* benefici* resgat* cashback ganho ganhar acumul* cliente_frequente cliente_fiel vip premio*',
    en: 'point points loyal* reward* club member* perk* benefit* redeem* earn* frequent vip prize*',
  },
  referral: {
    es: 'recomend* referid* invit* amig*',
    pt: 'indic* recomend* convid* amig*',
    en: 'refer* recommend* invit* friend*',
  },
  gift: {
    es: 'regal* obsequi* envoltura* para_regalo envolver* mono dedicatoria tarjeta_de_felicitacion cumple* papel_de_regalo sorpresa navidad mensaje* nota_personal carta cartita decorad* bonito',
    pt: 'present* embrulh* mimo lembranc* dedicatoria cartao_de_felicitacao aniversario papel_de_presente surpresa natal bilhete* mensagem cartinha laco decorad* bonito surpreender recado',
    en: 'gift* present wrap* birthday christmas greeting note surprise message handwritten card_inside bow pretty mom dad',
  },
  gift_card: {
    es: 'tarjeta_de_regalo tarjetas_de_regalo gift_card giftcard vale_de_regalo bono_regalo tarjeta_regalo',
    pt: 'vale_presente cartao_presente gift_card giftcard vale_presentes',
    en: 'gift_card gift_cards giftcard giftcards e_gift gift_certificate gift_voucher',
  },
  wholesale: {
    es: 'mayore* mayorist* por_mayor al_por_mayor volumen revend* reventa distribuidor* empresa* corporativ* docena por_cantidad muchas_piezas muchas_unidades cotizacion negocio mi_tienda piezas_para mejor_precio_por',
    pt: 'atacad* revend* volume distribuidor* empresa* corporativ* duzia em_quantidade muitas_pecas muitas_unidades cnpj orcamento lojista* meu_negocio minha_loja empresa firma pecas_para',
    en: 'wholesale* bulk resell* reseller* distributor* business corporate volume large_order large_quantity many_units dozen quote trade my_business my_store company units',
  },
  minimum: {
    es: 'minim* a_partir_de desde_cuanto cuanto_tengo_que_comprar compra_minima monto hasta_cuanto maxim* tope mayor_a mayores_a superior* arriba_de mas_de monto_minimo que_monto cuanto_debo_comprar',
    pt: 'minim* a_partir_de quanto_tenho_que_comprar compra_minima valor_minimo maxim* limite acima_de acima maior_que superior* valor_de_compra que_valor',
    en: 'minim* at_least how_much_do_i_need threshold spend over maxim* limit* above over above more_than how_much_to_spend',
  },
  stock: {
    es: 'stock disponib* agotad* existenc* inventario reponen reposicion vuelve_a_haber quedan hay_mas sin_existencias vuelve vuelven llega_mas de_nuevo_disponible hay_en',
    pt: 'estoque disponiv* esgotad* reposicao volta_a_ter restam sobrou acabou pronta_entrega volta voltam chega_mais de_novo_disponivel tem_em',
    en: 'stock available availab* sold_out restock* inventory back_in left run_out available_again come_back have_it_in carry get_more',
  },
  preorder: {
    es: 'preventa* pre_venta reserv* apart* por_encargo encarg* lista_de_espera avis* notific* sale_a_la_venta lanzamiento no_sale_todavia',
    pt: 'pre_venda reserv* encomend* por_encomenda lista_de_espera avis* notific* lancamento ainda_nao_lancou',
    en: 'preorder* pre_order reserve* hold backorder* made_to_order waitlist notif* alert* released release launch* ships_later',
  },
  personalise: {
    es: 'personaliz* grab* bordad* nombre* inicial* a_medida estamp* hecho_a_pedido',
    pt: 'personaliz* grav* bordad* nome inicia* sob_medida estamp* feito_sob_encomenda',
    en: 'personali* engrav* embroider* custom* monogram* initial* bespoke made_for_me print_a',
  },
  shop_hours: {
    es: 'horario* atienden atencion abren abiert* cierran fin_de_semana sabado* domingo* feriado* festivo* a_que_hora',
    pt: 'horario* atendem atendimento abrem abert* fecham fim_de_semana sabado* domingo* feriado* que_horas',
    en: 'hour hours open close* weekend* saturday* sunday* holiday* what_time opening schedule',
  },
  contact: {
    es: 'contact* comunic* telefono* whatsapp correo hablar asesor* humano persona llamar soporte servicio_al_cliente atencion_al_cliente mail email hablar_con_alguien atienda_una_persona numero_de_telefono',
    pt: 'contat* falar telefone* whatsapp email atendente* humano pessoa ligar suporte sac atendimento_ao_cliente falar_com_alguem falar_com_uma_pessoa numero_de_telefone',
    en: 'contact* reach phone* whatsapp email agent* human person call support customer_service talk representative talk_to_someone speak_to_someone phone_number',
  },
  account: {
    es: 'cuenta contrasena clave password usuario registr* iniciar_sesion perfil login olvide recuperar_mi_cuenta acceder acceso entrar_a_mi ingresar usuario',
    pt: 'conta senha usuario cadastr* login entrar_na perfil esqueci recuperar_minha_conta acessar acess* entrar_na_minha usuario',
    en: 'account password username login log_in sign_in register* profile forgot reset sign_up access locked_out cant_get_in',
  },
  privacy: {
    es: 'privac* datos informacion_personal borr* elimin* spam publicidad no_quiero_recibir dejar_de_recibir eliminen borren saben_de_mi registro mis_datos',
    pt: 'privac* dados informac* apagar exclu* lgpd spam publicidade nao_quero_receber parar_de_receber descadastr* apaguem excluam sabem_de_mim meus_dados',
    en: 'privac* data personal_information delete* eras* spam marketing unsubscribe* stop_receiving opt_out what_you_know my_data about_me',
  },
  order_change: {
    es: 'modific* agreg* anadir quitar editar corregir ya_compre cambiar_mi_pedido despues_de_comprar',
    pt: 'modific* alter* acrescent* adicion* tirar editar corrig* mudar_o_pedido depois_de_comprar',
    en: 'modif* edit* add remove amend* update change_my_order after_ordering correct',
  },
  how_to_buy: {
    es: 'como_compro comprar compra hacer_un_pedido hacer_pedido pasos carrito ordenar pedir encargar',
    pt: 'como_compro comprar compra fazer_um_pedido fazer_pedido passos carrinho pedir',
    en: 'how_do_i_buy buy* place_an_order ordering steps cart purchase*',
  },
  order: {
    es: 'pedido* orden ordenes compra compre encargo',
    pt: 'pedido* encomenda* compra comprei',
    en: 'order* purchase*',
  },
  review: {
    es: 'resena* opinion* calific* coment* valoracion*',
    pt: 'avaliac* opini* coment* resenha*',
    en: 'review* rating* feedback comment*',
  },
  authentic: {
    es: 'origin* autentic* genuin* replica* copia* falsific* trucho pirata imitacion de_verdad',
    pt: 'origin* autentic* genuin* replica* copia* falsific* pirata imitacao de_verdade',
    en: 'original* authentic* genuin* replica* cop* fake* counterfeit real knockoff',
  },
  origin: {
    es: 'hecho_en hecha_en fabric* origen pais de_donde procedencia nacional importad*',
    pt: 'feito_em feita_em feito_no fabric* origem pais de_onde procedencia nacional importad* feitos_onde',
    en: 'made_in manufactur* origin country where_is_it_made come_from produced imported',
  },
  sustainable: {
    es: 'ecolog* sustent* sosten* recicl* medio_ambiente reusar reutiliz* biodegrad* organic* vegan* cruel* animales',
    pt: 'ecolog* sustent* recicl* meio_ambiente reutiliz* biodegrad* organic* vegan* cruel* bicho* animais',
    en: 'eco* sustain* recycl* environment* reus* biodegrad* organic* vegan* cruelt* green planet dispos* animal* cruelty',
  },
};
