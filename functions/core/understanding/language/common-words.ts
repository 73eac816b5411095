/** Words and short phrases that tell a language by themselves: most messages of one word are one of these. `_` stands for a space. */
export const commonWords: Readonly<Record<string, string>> = {
  es: `hola holi buenas buenos_días buenas_tardes buenas_noches gracias muchas_gracias mil_gracias por_favor porfa sí claro_que_sí vale listo dale bueno
    bien muy_bien está_bien perfecto excelente adiós hasta_luego saludos disculpe disculpa perdón permiso dónde dónde_está cuándo cuándo_llega cuánto
    cuánto_cuesta cuánto_sale cuál cuáles quién cómo cómo_están qué qué_tal por_qué pedido mi_pedido mis_pedidos paquete envío envíos entrega llegó no_llegó
    llega llegada demora demorado tarda tardanza devolución devolver quiero_devolver reembolso reembolsar cambio cambiar talla tallas talle color precio
    precios descuento descuentos cupón cupones oferta factura facturas boleta garantía reclamo queja ayuda ayúdenme asesor persona humano urgente tienen_stock
    disponible hay_stock tienen hay tiene tienes tenés quiero quisiera necesito ocupo puedo pueden podrían me_pueden_ayudar no_funciona no_sirve roto rota dañado
    llegó_roto falta faltó equivocado incompleto pago pagué pagar tarjeta efectivo cuotas meses_sin_intereses dinero plata mi_dinero estafa estafadores
    ladrones rastreo guía número_de_guía seguimiento dirección cancelar cancelación cancelen cancelo hoy mañana ayer ahora todavía todavía_nada aún ya
    también pero entonces nada nadie nunca siempre muy mucho mucha usted ustedes nosotros ellos esto eso aquí allá donde cuando como que con sin para desde hasta
    el la los las un una unos unas del al mi mis su sus lo le les me te se es son está están fue era ser estar ya_llegó sigue respondan contesten
    respuesta hola_amigo amigo amiga señor señora jaja jajaja tengo_una_duda una_pregunta consulta duda pregunta zapatos camisa vestido pantalón
    negro rojo blanco azul verde amarillo gris celeste llegaron mandaron enviaron compré compra mi_compra todo_bien no_gracias`,
  pt: `oi oie olá opa bom_dia boa_tarde boa_noite obrigado obrigada muito_obrigado muito_obrigada valeu por_favor sim não tá_bom tudo_bem beleza ok_obrigado
    então tchau até_logo até_mais desculpa desculpe com_licença onde onde_está onde_tá cadê cadê_meu_pedido quando quando_chega quanto quanto_custa quanto_é qual
    quais quem como o_que por_quê pedido meu_pedido meus_pedidos pacote encomenda envio entrega chegou não_chegou chega atraso atrasado atrasou demora demorando
    devolução devolver quero_devolver reembolso estorno troca trocar tamanho tamanhos numeração cor preço preços desconto descontos cupom cupons promoção nota_fiscal
    nota garantia reclamação ajuda me_ajuda atendente pessoa humano urgente tem_estoque disponível tem tem_em_estoque vocês você vc quero queria gostaria
    preciso posso podem poderia não_funciona quebrado quebrada quebrou veio_quebrado veio_errado faltou faltando errado errada pagamento paguei pagar cartão boleto
    pix parcelas sem_juros dinheiro meu_dinheiro golpe golpistas ladrões rastreio rastreamento código_de_rastreio endereço cancelar cancelamento cancela
    cancelem hoje amanhã ontem agora ainda ainda_nada já também mas nada ninguém nunca sempre muito muita isso isto aqui lá com sem para pra pro desde até
    o a os as um uma uns umas do da dos das no na nos nas ao à meu minha meus minhas seu sua lhe eu ele ela eles nós é são está estão foi era ser estar
    já_chegou respondam responde resposta moça moço amigo amiga senhor senhora kkk kkkk rsrs tenho_uma_dúvida uma_dúvida dúvida pergunta sapato camisa
    vestido calça tênis preto vermelho branco azul verde amarelo cinza rosa marrom chegaram mandaram enviaram comprei compra minha_compra tudo_certo
    não_obrigado frete frete_grátis prazo cep aguardo aguardando gente ué nossa`,
  en: `hi hello hey good_morning good_afternoon good_evening thanks thank_you thank_you_so_much thx please yes yeah yep no nope sure okay alright fine great
    perfect awesome bye goodbye see_you sorry excuse_me where where_is where_is_my_order when how how_much how_long what which who why order my_order
    orders package parcel shipping shipment delivery delivered arrived not_arrived arrive late delay delayed return returns refund refunds exchange
    size sizes colour color price prices discount coupon promo deal invoice receipt warranty complaint help help_me agent person human representative urgent
    in_stock available availability do_you_have is_this_available want need would_like can_i can_you could_you not_working broken damaged defective missing wrong wrong_item
    incomplete payment paid pay card cash installments money my_money scam scammers thieves tracking tracking_number address cancel cancellation cancelled today
    tomorrow yesterday now still still_nothing yet already also but then nothing nobody never always very much you we they this that here there with without
    for from until the a an of to in on at my your his her it is are was were be been have has had do does did i me us them its still_waiting
    any_update update hello_there anyone answer reply friend sir madam lol haha question i_have_a_question shoes shirt dress pants black red white blue
    green yellow gray grey brown received bought purchase never_mind no_thanks got_it charged twice`,
  fr: `bonjour bonsoir salut merci merci_beaucoup s'il_vous_plaît svp oui non d'accord où où_est_ma_commande quand combien pourquoi comment commande colis livraison
    remboursement retour échange taille prix je_veux je_voudrais aidez-moi au_revoir bonne_journée aujourd'hui demain pas_reçu toujours_rien est-ce_que avec sans pour c'est`,
  de: `hallo guten_tag guten_morgen danke vielen_dank bitte ja nein wo wann wie wieviel warum bestellung meine_bestellung paket lieferung rückerstattung umtausch
    größe preis ich_möchte hilfe tschüss heute morgen nicht_angekommen kaputt rechnung gutschein der die das und nicht ist mit ohne für`,
  it: `ciao buongiorno buonasera grazie grazie_mille per_favore sì dove dov'è quando quanto perché come ordine il_mio_ordine pacco spedizione consegna rimborso reso
    cambio taglia prezzo vorrei aiuto arrivederci oggi domani non_arrivato rotto fattura sconto che_cosa sono con senza gli della`,
  vi: `xin_chào cảm_ơn vâng không đơn_hàng ở_đâu khi_nào bao_nhiêu giao_hàng hoàn_tiền đổi_hàng size giá tôi_muốn giúp hôm_nay ngày_mai chưa_nhận_được shop_ơi`,
  id: `halo selamat_pagi selamat_siang terima_kasih tolong ya tidak di_mana kapan berapa pesanan pesanan_saya paket pengiriman pengembalian tukar ukuran harga
    saya_mau bantu hari_ini besok belum_sampai rusak kak min`,
  tr: `merhaba selam teşekkürler teşekkür_ederim lütfen evet hayır nerede ne_zaman ne_kadar sipariş siparişim kargo iade değişim beden fiyat istiyorum yardım bugün
    yarın gelmedi kırık fatura indirim`,
  pl: `cześć dzień_dobry dziękuję dzięki proszę tak nie gdzie kiedy ile zamówienie moje_zamówienie paczka dostawa zwrot wymiana rozmiar cena chcę pomoc dzisiaj jutro
    nie_dotarło uszkodzony faktura rabat`,
  nl: `hallo goedemorgen goedemiddag dank_je dankjewel bedankt alsjeblieft ja nee waar wanneer hoeveel waarom bestelling mijn_bestelling pakket levering terugbetaling ruilen
    maat prijs ik_wil hulp vandaag morgen niet_ontvangen kapot factuur korting het een niet`,
  ro: `bună bună_ziua salut mulțumesc mersi vă_rog da nu unde când cât de_ce comanda comanda_mea colet livrare rambursare retur schimb mărime preț vreau ajutor azi mâine
    nu_a_ajuns stricat factură reducere`,
  cs: `ahoj dobrý_den děkuji díky prosím ano ne kde kdy kolik objednávka moje_objednávka balík doručení vrácení výměna velikost cena chci pomoc dnes zítra nedorazilo rozbité faktura sleva`,
  sv: `hej god_morgon tack tack_så_mycket snälla ja nej var när hur_mycket varför beställning min_beställning paket leverans återbetalning retur byte storlek pris jag_vill hjälp idag imorgon
    inte_kommit trasig faktura rabatt`,
  tl: `kumusta magandang_umaga salamat maraming_salamat po_kayo oo hindi nasaan kailan magkano order_ko paki pakiusap gusto_ko tulong ngayon bukas hindi_pa_dumating sira`,
  ca: `bon_dia bona_tarda gràcies moltes_gràcies si_us_plau on_és quan quant comanda la_meva_comanda paquet enviament devolució canvi talla preu vull ajuda avui demà`,
};
