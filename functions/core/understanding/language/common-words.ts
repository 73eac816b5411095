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
    remboursement retour échange taille prix je_veux je_voudrais aidez-moi au_revoir bonne_journée aujourd'hui demain pas_reçu toujours_rien est-ce_que avec sans pour c'est
    je tu il elle nous vous ils elles le la les un une des du de et ou mais donc car ni que qui quoi dont ne pas
    plus jamais rien tout tous toute toutes très bien mal aussi encore déjà mon ma mes ton ta tes son sa ses
    notre nos votre vos leur leurs ce cet cette ces dans sur sous par chez vers entre depuis pendant avant après
    est sont était étaient sera ai as avons avez ont avait été être avoir fait faire peut peux pouvez puis-je
    voudrais aimerais j'ai n'ai c'était qu'il qu'elle d'un d'une l'article jour jours semaine semaines mois reçu
    reçue attends livré livrée cassé couleur numéro suivi adresse annuler rembourser échanger facture problème
    produit toujours quelqu'un personne aide répondre madame monsieur`,
  de: `hallo guten_tag guten_morgen danke vielen_dank bitte ja nein wo wann wie wieviel warum bestellung meine_bestellung paket lieferung rückerstattung umtausch
    größe preis ich_möchte hilfe tschüss heute morgen nicht_angekommen kaputt rechnung gutschein der die das und nicht ist mit ohne für
    ich du er sie es wir ihr ein eine einen einem einer den dem des oder aber weil dass wenn kein keine mein
    meine meinen ihre unser sein seine dieser diese dieses von zu zum zur bei nach vor aus auf an am im in sind
    war waren wird werden wurde habe hat haben hatte kann können könnte muss möchte will wollte noch schon immer
    nie nur auch sehr gut schlecht seit tage tag woche wochen monat erhalten bekommen angekommen geliefert
    beschädigt falsch falsche zurück zurückgeben stornieren umtauschen farbe nummer sendung adresse geld problem
    artikel jemand sprechen antwort guten herr frau gibt`,
  it: `ciao buongiorno buonasera grazie grazie_mille per_favore sì dove dov'è quando quanto perché come ordine il_mio_ordine pacco spedizione consegna rimborso reso
    cambio taglia prezzo vorrei aiuto arrivederci oggi domani non_arrivato rotto fattura sconto che_cosa sono con senza gli della
    io tu lui lei noi voi loro il lo la i le un uno una di del dei delle dello da dal dalla in nel nella su sul
    sulla per tra fra e o ma che chi cui non più mai niente nulla tutto tutti tutta molto bene male anche ancora
    già mio mia miei mie tuo tua suo sua nostro vostro questo questa questi queste quello è era erano sarà ho
    hai ha abbiamo avete hanno avevo essere avere fare posso puoi può potete possono voglio devo c'è ci cos'è
    giorno giorni settimana settimane mese arrivato arrivata ricevuto aspetto consegnato sbagliato colore numero
    tracciamento indirizzo annullare restituire cambiare soldi problema prodotto articolo qualcuno parlare
    rispondere buona salve`,
  vi: `xin_chào cảm_ơn vâng không đơn_hàng ở_đâu khi_nào bao_nhiêu giao_hàng hoàn_tiền đổi_hàng size giá tôi_muốn giúp hôm_nay ngày_mai chưa_nhận_được shop_ơi
    tôi bạn anh chị em mình chúng họ là và hoặc nhưng vì rằng chưa chẳng đã đang sẽ rồi còn nữa rất tốt này kia
    đó của cho với từ đến trong ngoài trên dưới có được phải muốn cần thể hãy ngày tuần tháng nhận hàng giao
    hỏng sai trả lại hủy đổi màu số địa chỉ tiền vấn đề sản phẩm ai nói lời sao bị mua đặt`,
  id: `halo selamat_pagi selamat_siang terima_kasih tolong ya tidak di_mana kapan berapa pesanan pesanan_saya paket pengiriman pengembalian tukar ukuran harga
    saya_mau bantu hari_ini besok belum_sampai rusak kak min
    saya aku kamu anda dia kami kita mereka ini itu dan atau tapi karena bahwa yang belum bukan sudah masih akan
    lagi sangat baik buruk punya dengan tanpa untuk dari ke di pada ada bisa dapat harus mau ingin hari minggu
    bulan terima sampai kirim dikirim salah kembali kembalikan batal batalkan ganti warna nomor resi alamat uang
    masalah barang produk seseorang bicara jawab dimana kenapa gimana`,
  tr: `merhaba selam teşekkürler teşekkür_ederim lütfen evet hayır nerede ne_zaman ne_kadar sipariş siparişim kargo iade değişim beden fiyat istiyorum yardım bugün
    yarın gelmedi kırık fatura indirim
    ben sen o biz siz onlar bir bu şu ve veya ama çünkü ki değil yok var hiç hala henüz daha çok iyi kötü benim
    bizim sizin ile için olan gibi kadar sonra önce mı mi mu mü nasıl neden hangi kaç gün hafta ay geldi gelecek
    aldım almadım bozuk yanlış geri iptal etmek değiştirmek renk numara takip adres para sorun ürün biri
    konuşmak cevap olur musunuz kargoda teslim edildi`,
  pl: `cześć dzień_dobry dziękuję dzięki proszę tak nie gdzie kiedy ile zamówienie moje_zamówienie paczka dostawa zwrot wymiana rozmiar cena chcę pomoc dzisiaj jutro
    nie_dotarło uszkodzony faktura rabat
    ja ty on ona my wy oni jest są był była było będzie mam masz ma mamy mają i lub ale że który która które już
    jeszcze nigdy nic wszystko bardzo dobrze źle mój moja moje moją twój wasz ten ta to te tej tego z bez dla od
    do na w we po przed przy można mogę może możecie chciałbym chciałabym muszę dni dzień tydzień tygodnie
    miesiąc otrzymałem otrzymałam przyszło przyszła dotarło dotarła dostarczone zepsute zły zwrócić anulować
    wymienić kolor numer adres pieniądze problem produkt ktoś rozmawiać odpowiedź czy jak dlaczego`,
  nl: `hallo goedemorgen goedemiddag dank_je dankjewel bedankt alsjeblieft ja nee waar wanneer hoeveel waarom bestelling mijn_bestelling pakket levering terugbetaling ruilen
    maat prijs ik_wil hulp vandaag morgen niet_ontvangen kapot factuur korting het een niet
    ik jij je hij zij wij jullie ze de en of maar want dat die geen mijn jouw zijn haar ons onze deze dit met
    zonder voor van naar bij na uit op aan in is was waren wordt werd heb heeft hebben had kan kunnen kunt moet
    wil wilde graag nog al altijd nooit alleen ook heel goed slecht sinds dagen dag weken week maand ontvangen
    gekregen aangekomen bezorgd beschadigd verkeerd verkeerde terug terugsturen annuleren omruilen kleur nummer
    zending adres geld probleem artikel iemand spreken antwoord komt blijft`,
  ro: `bună bună_ziua salut mulțumesc mersi vă_rog da nu unde când cât de_ce comanda comanda_mea colet livrare rambursare retur schimb mărime preț vreau ajutor azi mâine
    nu_a_ajuns stricat factură reducere
    eu tu el ea noi voi ei ele un o unei unui al ale cel cea și sau dar că care ce cine mai niciodată nimic tot
    toate foarte bine rău încă deja meu mea mei mele tău ta său sa nostru vostru acest această acestea cu fără
    pentru de la din în pe sub este sunt era erau va am ai are avem aveți au fost fi avea face pot poți poate
    puteți aș dori trebuie zile zi săptămână săptămâni lună primit ajuns livrat greșit înapoi returna anula
    schimba culoare număr adresă bani problemă produs cineva vorbi răspuns cum`,
  cs: `ahoj dobrý_den děkuji díky prosím ano ne kde kdy kolik objednávka moje_objednávka balík doručení vrácení výměna velikost cena chci pomoc dnes zítra nedorazilo rozbité faktura sleva
    já ty on ona my vy oni je jsou byl byla bylo bude mám máš má máme mají a nebo ale že který která které už
    ještě nikdy nic všechno velmi dobře špatně můj moje moji váš ten ta to tento s bez pro od do na v ve po před
    při můžu mohu může můžete chtěl chtěla musím dny den týden týdny měsíc dostal dostala přišlo přišla dorazilo
    doručeno rozbitý špatný vrátit zrušit vyměnit barva číslo adresa peníze problém zboží někdo mluvit odpověď
    jak proč objednal objednala zásilka`,
  sv: `hej god_morgon tack tack_så_mycket snälla ja nej var när hur_mycket varför beställning min_beställning paket leverans återbetalning retur byte storlek pris jag_vill hjälp idag imorgon
    inte_kommit trasig faktura rabatt
    jag du han hon vi ni de en ett och eller men att som inte ingen inget min mitt mina din er vår denna detta
    med utan för från till på i av om är blir blev har hade kan kunde måste vill ville skulle ännu redan alltid
    aldrig bara också mycket bra dålig sedan dagar dag vecka veckor månad fått mottagit kommit levererad skadad
    fel tillbaka returnera avbeställa byta färg nummer adress pengar problem varan någon prata svar hur
    beställde paketet`,
  tl: `kumusta magandang_umaga salamat maraming_salamat po_kayo oo hindi nasaan kailan magkano order_ko paki pakiusap gusto_ko tulong ngayon bukas hindi_pa_dumating sira
    ako ikaw ka siya kami tayo kayo sila ang ng mga sa na at o pero dahil kung wala pa rin din lang po opo ba
    ito iyan iyon yung ko mo niya namin natin ninyo nila may meron gusto kailangan pwede puwede paano bakit sino
    alin araw linggo buwan natanggap dumating naipadala mali ibalik kanselahin palitan kulay numero pera
    problema kausap sagot naman kasi talaga`,
  ca: `bon_dia bona_tarda gràcies moltes_gràcies si_us_plau on_és quan quant comanda la_meva_comanda paquet enviament devolució canvi talla preu vull ajuda avui demà
    jo tu ell ella nosaltres vosaltres ells el la els les un una uns unes del dels i o però que qui no mai res
    tot tots molt bé malament també encara ja meu meva meus teva seva nostre aquest aquesta aquests amb sense
    per a de des en és són era eren serà tinc tens té tenim teniu tenen puc pot podeu cal dia dies setmana
    setmanes mes rebut arribat enviat trencat equivocat tornar cancel·lar canviar número adreça diners problema
    producte algú parlar resposta bona tarda fa`,
};
