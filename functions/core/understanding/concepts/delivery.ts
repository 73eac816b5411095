/** What buyers call the order, its way to them and its delay. */
export const delivery = {
  order:
    'pedido pedidos pedidito orden ordenes order orders compra compras purchase purchases encomenda encomendas compre comprei compramos ordered bought encargue encargo encomendei ordene pedi pedimos adquiri adquirido purchased',
  parcel:
    'paquete paquetes pacote pacotes package packages parcel parcels encomienda encomiendas shipment shipments bulto mercaderia mercancia mercadoria stuff items delivery entrega pkg paquetito',
  box: 'caja caixa box boxes cajita caixinha bolsa sacola bag sobre embalaje embalagem empaque packaging envelope carton papelao',
  where:
    'donde onde where cade aonde adonde ubicacion paradero localizacao localizar whereabouts por_donde em_que_lugar en_que_parte em_que_parte por_onde anda_mi',
  when: 'cuando quando when eta cuanto_falta quanto_falta cuanto_tarda quanto_tempo how_long cuanto_tiempo que_dia what_day a_que_hora que_horas what_time cuantos_dias quantos_dias how_soon em_quanto_tempo en_cuanto_tiempo',
  date: 'fecha data date plazo prazo previsao eta estimada estimado prevista previsto estimated expected vencio venceu window',
  arrive:
    'llega llegan llegue llegara llegaran llegar llego llegaron llegado lleg llegando llegaria chega chegam chegue chegar chegou chegaram chegado chegando chegara arrive arrives arrived arriving arrival llegada chegada came come comes coming vino vinieron veio vieram vem get_here got_here landed aparecio apareceu show_up showed_up turned_up',
  receive:
    'recibi recibo recibir recibido recibimos recibio recebi recebo receber recebido recebemos receive received receiving get got gotten retirei retire recoger pick_up pickup retirar buscar',
  hand_over:
    'entrega entregas entregar entregan entregaron entregado entregada entregue entregou entregaram entregador deliver delivered delivering delivery repartidor repartidores mensajero motorista carteiro cartero driver courier carrier transportadora transportista paqueteria correo correos correios usps ups fedex dhl estafeta andreani servientrega chilexpress starken jadlog loggi mercado_envios coordinadora interrapidisimo sedex pac mailman mail',
  sent: 'enviaron enviado enviada enviar envian envie envien enviarem envio mandaron mandado mandar mandan manden mandou mandaram mande despacharon despachado despachar despachan despacho despachou despacharam shipped ship ships shipping sent send sends sending dispatched dispatch postado postaram postou postar postagem saiu salio salido salir sai salga leaves left embarcado',
  track:
    'rastreo rastrear rastreio rastreamento rastreador guia tracking track tracked trackear seguimiento seguir codigo_de_rastreio link_de_rastreo waybill numero_de_guia tracking_number localizador acompanhar donde_lo_rastreo no_me_llego_el_codigo link_de_seguimiento codigo_de_seguimiento nao_recebi_o_codigo no_tracking',
  status:
    'estado estatus status situacao situacion etapa progreso andamento update updates novedad novedades noticia noticias avance actualizacion atualizacao actualiza atualiza atualizou preparando preparacion processing procesando separacao em_que_pe en_que_va en_que_esta como_esta_mi how_is_my como_va como_anda sabe_algo whats_the_status estado_actual en_que_etapa in_admission proceso_de_admision emitiram_a_etiqueta label_created etiqueta_criada etiqueta_generada emitida_a_etiqueta payment_accepted pago_aceptado em_separacao preparing saiu_pra_entrega saiu_para hoy_llega chega_hoje arrives_today hora_de_entrega manha_ou_tarde manana_o_tarde morning_or_afternoon where_u_at pasa_el_camion informacion_de_mi_envio informacao_do_meu',
  transit:
    'transito en_camino a_caminho em_transito on_the_way in_transit camino caminho centro_de_distribuicao centro_de_clasificacion sorting hub facility warehouse bodega almacen deposito cd en_reparto saiu_para_entrega out_for_delivery ruta rota',
  late: 'demora demoran demoro demorado demorando demorou demoraron demoram tarda tardan tardo tardando tardanza tarde atraso atrasado atrasada atrasou atrasaram atrasos retraso retrasado retrasos late delay delayed delays overdue vencido vencida pasado passado passou paso_la_fecha eternidad eternidade forever taking_so_long so_long tanto_tiempo tanto_tempo lento slow lenta atrazado ya_van ja_faz ja_tem ja_fazem ya_pasaron ya_paso hace_mas_de desde_hace llevo_esperando fuera_de_fecha fora_do_prazo_de way_past past_due past_the passou_do_prazo passou_da_data ya_se_paso se_paso_la_fecha vencio_el_plazo prazo_venceu venceu_o_prazo not_on_time no_cumplieron nao_cumpriram incumplieron agreed_day dia_combinado dia_acordado hoy_es_el hoje_e_o no_ha_llegado nao_chegou_ainda hasnt_arrived has_not_arrived hasnt_come hasnt_shown still_hasnt sigue_sin_llegar continua_sem_chegar nunca_llega nunca_chega never_arrived nunca_llego nunca_chegou ya_son_muchos demais_dias',
  still:
    'todavia aun ainda still sigue sigo siguen continua yet ate_agora hasta_ahora ate_hoje hasta_hoy until_now nada_aun so_far segue',
  wait: 'espera esperando espero esperar esperado aguardando aguardo wait waiting waited esperei espere',
  stuck:
    'parado parada detenido detenida stuck trabado trabada atascado travado quieto quieta estancado inmovil congelado no_se_mueve nao_anda nao_sai no_avanza not_moving hasnt_moved no_movement sem_movimentacao sin_movimiento no_updates nao_atualiza no_actualiza not_updating perdido perdida extraviado extraviada extravio extraviaram lost desaparecio sumiu sumido limbo stopped_in stopped_at not_one_scan no_scan sem_atualizacao sin_actualizar congelado_en varado retenido_en_la preso_na preso_em trancado ficou_preso se_quedo_en quedo_en left_columbus',
  days: 'dia dias day days semana semanas week weeks mes meses month months mez hora horas hour hours habiles uteis business_days quincena quinzena weekend',
  weekday:
    'lunes martes miercoles jueves viernes sabado domingo segunda terca quarta quinta sexta monday tuesday wednesday thursday friday saturday sunday hoy hoje today manana amanha tomorrow ayer ontem yesterday anteontem anteayer tonight',
  promise:
    'prometieron prometido prometeram prometida promised promise promises suponia supone supposed deberia deveria debio should era_para era_pra quedaron combinado garantiram garantizado guaranteed dijeron disseram said told decia dizia dice_que',
  express:
    'express expres sedex priority overnight two_day 2_day same_day full flash expedited rush turbo prime envio_rapido entrega_rapida full_envio next_day mercado_full',
  delivered:
    'entregado entregada entregue delivered marcado marcada marked figura consta aparece firmado firmo firmada assinado assinou signed signature firma assinatura foto_de_entrega proof_of_delivery',
  stolen:
    'robaron robado robo roubaram roubado roubo stolen stole theft furtado furto porch_pirate pirates se_lo_llevaron',
  address:
    'direccion direcciones endereco enderecos address addresses domicilio calle rua street numero_de_casa barrio bairro colonia comuna zipcode codigo_postal depto departamento apto apartamento apartment apt complemento ciudad cidade city residencia ponto_de_referencia punto_de_referencia destino destinatario predio edificio torre bloco piso andar cambiar_la_direccion mudar_o_endereco change_the_address otra_direccion outro_endereco different_address another_address zip_wrong wrong_zip zip_code cep_errado codigo_postal_mal mal_la_direccion direccion_mal endereco_errado wrong_address direccion_incompleta faltou_o_numero falto_el_numero falto_poner envien_a enviar_a_otra mandalo_a mandar_pra_outro ship_it_to_my send_it_to_my reroute redirect wrong_unit unidad_equivocada ap_errado apto_errado numero_errado numero_equivocado me_confundi_de confundi_o_endereco cambiar_el_destino where_its_going change_where cidade_errada ciudad_equivocada wrong_city wrong_state otra_ciudad outra_cidade debia_llegar_a era_pra_ir_para',
  instructions:
    'vecino vecina vizinho vizinha neighbor neighbors portero portaria porteiro conserje conserjeria recepcion recepcao doorman front_desk porch vigilancia vigilante guardia zelador sindico doorstep timbre campainha doorbell lobby garage porton portao gate back_door side_door leave_it dejenlo dejarlo deixar deixem deixa_com ring_the toque_el reciba recibir_el horario_de_entrega trabajo oficina escritorio office trabalho po_box sucursal agencia_de_correo punto_de_retiro locker zona_rural finca vereda kilometro entre_calles entre_las_calles porton_verde al_lado_de ao_lado_do next_to behind_the frente_a em_frente entrada_por no_hay_nadie ninguem_em_casa nobody_home not_home puedo_pasar_a_buscar paso_a_buscarlo retiro_en buscar_no driver_cant_find cant_find_us no_encuentra_la no_encuentran_mi nao_acha porteira porteira_verde posto sitio sitio_km km camion caminhao sobem_com suben_con elevador_para cunhado ligar_antes llamar_antes call_before sabado_no skip_saturday pula_pra nobodys_home nadie_en_casa otro_dia outro_dia another_day despues_de_las depois_das after_5 entre_las horario_para casilla apartado_postal caixa_postal first_floor primeiro_andar planta_baja terreo rancagua',
  moved: 'mude mudei mudanza mudanca moved moving relocated mudando mudamos trasladar mude_de me_mude',
  freight:
    'frete flete shipping_cost costo_de_envio costo_del_envio envio_a envio_para valor_do_frete gastos_de_envio delivery_fee shipping_fee envio_gratis frete_gratis free_shipping cuanto_sale_el_envio cuanto_cuesta_el_envio quanto_fica_o_frete ship_to shipping_to enviam_para envian_a hacen_envios fazem_entrega entregam_em llega_a internacional international overseas puerto_rico hawaii canada',
} as const;
