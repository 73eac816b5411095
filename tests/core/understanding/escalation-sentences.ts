/** Sentences of buyers that nothing was trained on, by the reason for which a person should see them; `none` only looks like one. */
export const sentences: Readonly<Record<string, string>> = {
  safety_hazard: `
    la plancha me dio un toque apenas la agarre
    el cargador se puso al rojo vivo y casi quema la cortina
    prendí la freidora y botó un humo negro horrible
    se me reventó la licuadora de vidrio en la mano
    la batería del monopatín se hinchó y está caliente
    el calefactor hizo chispas y se fue la luz de toda la casa
    a mi hija se le hinchó la cara con la crema que compré
    la silla se quebró y mi suegra terminó en el piso con el brazo roto
    encontré una aguja dentro del peluche
    saltan los tapones cada vez que enchufo el microondas
    la cuna se desarmó con el bebé adentro
    me salió una alergia tremenda en el cuello por la cadena
    o secador pegou fogo na minha mão
    a panela de pressão explodiu e quase me queimou
    liguei na tomada e deu um estouro, saiu fumaça
    meu filho levou um choque no ventilador
    a bateria do celular tá inchada, tô com medo de usar
    a cadeirinha soltou e meu bebe caiu
    passei o creme e meu rosto ficou todo inchado e ardendo
    o carregador derreteu na tomada
    veio um prego dentro do brinquedo da minha filha
    the space heater caught fire last night
    my kid got shocked by the night light
    power bank is swelling up and hot to the touch
    blender glass shattered and cut my hand
    there's smoke coming out of the back of the tv
    had an allergic reaction to the lotion, my face is swollen
    the ladder collapsed and I fell on my back
    found a shard of glass in the baby food jar
    plug melted into the wall outlet
    it sparked when I plugged it in and tripped the breaker
    el ventilador de techo se desprendió y cayó al lado de la cama
    me agarró la corriente con el secador
    el aceite que me mandaron tenía olor a solvente y me descompuse
    se quemó el motor y llenó de humo la pieza
    el asiento del auto para niños no traba, se suelta solo
    la vela explotó y me cayó cera hirviendo
    a cafeteira deu curto e queimou a tomada da cozinha
    meu cachorro comeu o tapete e passou mal
    o copo rachou com água quente e queimei a perna
    the hoverboard caught on fire in my garage
    my toddler pulled a loose screw off it and put it in her mouth
    hair dryer blew up in my face
  `,
  medical_or_vulnerable: `
    es el oxímetro de mi papá que está internado, lo ocupo ya
    la silla de ruedas es para mi abuelita y no puede moverse sin ella
    necesito las sondas de mi hijo hoy, ya no me quedan
    mi mamá es diabética y el glucómetro no llegó
    es el tensiómetro para mi esposo que sufrió un infarto
    el nebulizador no llega y mi nena tiene asma
    estoy recién operada y necesito la faja posquirúrgica
    soy alérgica grave al maní, este producto lo contiene?
    la leche especial de mi bebé no llegó y no puede tomar otra
    mi hijo es autista y ese juguete es parte de su terapia
    é a insulina do meu pai, precisa ficar na geladeira
    a cadeira de rodas da minha mãe não chegou, ela não anda
    meu bebê é alérgico a leite e essa fórmula é a única que ele toma
    preciso do aparelho de pressão, minha vó teve avc
    minha esposa faz hemodiálise e precisa desse travesseiro
    o cpap parou e eu tenho apneia grave
    tenho alergia gravíssima a amendoim, tem traços?
    my cpap mask never came and I can't sleep without it
    it's my dad's insulin cooler, he's diabetic
    my daughter has a severe peanut allergy, is this safe
    I'm on dialysis and need those supplies this week
    the walker is for my mom, she just had hip surgery
    my baby can only have this formula and we're out
    need the glucose test strips, I'm type 1 diabetic
    son los medicamentos de mi hermana epiléptica
    mi bebé prematuro necesita esos pañales especiales hoy
    o colchão é pra minha sogra acamada, ela tá com escaras
    preciso da bombinha, tô com crise de asma
    my son is autistic and that blanket is the only thing that calms him
    it's for my grandpa on hospice, please hurry
  `,
  legal_or_regulator: `
    si no me devuelven voy con un abogado
    hoy mismo voy a la profeco
    ya presenté el reclamo en defensa del consumidor
    nos vemos en el sernac entonces
    voy a meter una queja en la superintendencia de industria y comercio
    los voy a demandar por incumplimiento
    voy a hacer la denuncia en la policia
    inicié mediación en coprec contra ustedes
    vou no procon segunda feira
    meu advogado já tá sabendo do caso
    vou entrar no juizado de pequenas causas
    vou processar essa loja
    vou abrir um BO na delegacia
    isso fere o código de defesa do consumidor, quero meus direitos
    registrei reclamação no consumidor.gov
    I'm reporting you to the BBB
    I will file a complaint with the FTC
    expect a call from my lawyer
    contacting the attorney general about this
    this is illegal and I will sue
    esto ya lo ve mi abogada
    haré la denuncia correspondiente en defensa al consumidor
    voy a poner una queja en la SIC
    nos vemos en tribunales
    vou acionar o procon e o juizado
    meu marido é advogado e vai processar vocês
    I'll take you to small claims
    reporting this to the state attorney general
  `,
  chargeback_or_fraud: `
    me llegó un cobro de ustedes que yo no autoricé
    ya pedí a mi banco que revierta el pago
    voy a hacer un contracargo
    alguien usó mi tarjeta para comprar en su tienda
    no reconozco este cargo de 1200 pesos
    me hackearon la cuenta y compraron cosas
    voy a desconocer la compra con el banco
    abri disputa no cartão por causa de vocês
    não fui eu que fiz essa compra
    vou contestar no banco
    clonaram meu cartão e compraram aí
    caí num golpe de vocês
    vou pedir chargeback
    I'm disputing this with my bank
    there's a charge on my card I never made
    filing a chargeback tomorrow morning
    someone used my credit card on your website
    my account got hacked and someone placed an order
    voy a pedir al banco que me devuelva esa plata
    aparecen dos compras mías que jamás hice en su sitio
    disputé el pago con mi tarjeta
    me hicieron phishing con el nombre de su tienda
    vou reclamar com a bandeira do cartão pra cancelar o pagamento
    roubaram meus dados e fizeram pedido no meu nome
    não reconheço essa cobrança de 89,90
    I'll have my credit card company reverse it
    fraudulent order placed under my name
    don't recognize this $64.20 transaction
  `,
  public_threat: `
    subo todo a tiktok con pruebas
    lo voy a publicar en todos los grupos de facebook
    los voy a quemar en redes
    les voy a dejar la peor reseña de su vida
    que se entere todo el mundo de cómo trabajan
    si no responden los escracho
    ya tengo grabado el video para youtube
    les pongo una estrella y cuento todo
    vou postar no instagram marcando vocês
    vou abrir reclamação no reclame aqui
    vou avaliar com uma estrela
    vou expor essa loja no tiktok
    todo mundo vai saber o que vocês fazem
    vou contar nos grupos do bairro
    going to blast you all over tiktok
    one star review coming your way
    I'll tell everyone on facebook not to buy here
    posting the video on reddit tonight
    my 20k followers will hear about this
    leaving a bad review everywhere I can
    prepárense porque esto va a estar en todas las redes
    mi opinión en google va a ser de una estrella
    voy a avisarle a todo el mundo que no compre acá
    esse atendimento vai parar no reclame aqui
    vou gravar um tiktok mostrando o estado que chegou
    wait till twitter sees this
    prepare for a very public review
    I'm putting this on facebook marketplace groups so nobody buys from you
  `,
  staff_misconduct: `
    el repartidor me gritó delante de mi hijo
    su asesora me colgó el teléfono
    el chofer me trató de bruta
    se rió de mí y me dijo que aprenda a leer
    el que trajo el paquete me pidió mi número y me escribe
    el de la entrega me aventó la caja
    la chica del chat fue re maleducada
    el domiciliario me cobró de más y me insultó
    o entregador jogou a caixa por cima do muro
    a atendente desligou na minha cara
    o motoboy me xingou
    fui super mal tratada pela vendedora
    o entregador pediu meu whatsapp e ficou mandando mensagem
    o rapaz do suporte debochou de mim
    your driver cursed at me
    the lady on the phone was so rude
    delivery guy threw my package over the fence
    the agent laughed and hung up
    your rep called me stupid
    driver keeps texting me personal messages, creepy
    el señor que entregó el pedido venía tomado
    me contestaron de mala manera y me colgaron
    a vendedora foi grossa e me ignorou
    entregador quis cobrar pra subir a escada
    the installer made inappropriate comments to my wife
    your employee lied to my face
  `,
  repeat_contact: `
    este es mi cuarto reclamo por lo mismo
    tres correos y nada
    cada semana les pregunto y siempre lo mismo
    es mi sexta comunicación con ustedes
    ya les escribí cinco veces
    llevo dos semanas mandando mensajes sin que contesten
    nadie me responde los mensajes
    otra vez yo, por quinta vez
    he hablado con cuatro personas distintas y nadie sabe
    me canso de escribirles
    é a terceira vez que entro em contato
    já mandei vários emails e ninguém responde
    já falei com 3 atendentes diferentes
    faz um mês que eu reclamo e nada
    quantas vezes eu vou ter que explicar?
    abri quatro chamados e fecharam todos
    toda semana mando mensagem aqui
    this is the third time I'm writing
    I've emailed you guys four times already
    no one ever gets back to me
    I keep calling and getting nowhere
    spoke to five different people about this
    how many times do I have to ask
    third ticket for the same issue
    mil veces les he explicado lo mismo
    mandé cuatro mails esta semana y no contestan ninguno
    já é o terceiro atendente que eu falo hoje
    ninguém me retorna desde semana passada
    this is my fifth email about it
    been on chat with you people every day this week
  `,
  explicit_escalation: `
    quiero hablar con el dueño
    deme con su superior por favor
    páseme con jefatura
    necesito que me atienda el gerente
    hay algún supervisor?
    escalen mi caso por favor
    quién es el encargado de la tienda
    exijo hablar con un responsable
    quero falar com o gerente
    me passa pro seu superior
    chama o responsável pela loja
    tem algum supervisor aí?
    preciso que escalem meu caso pra gerência
    I want to talk to a supervisor now
    please escalate my case
    who is your boss
    let me speak with whoever is in charge
    pásenme con alguien de más arriba
    necesito el correo del gerente
    quero reclamar direto com a diretoria
    preciso falar com alguém acima de você
    I need someone with more authority than you
    manager. now.
  `,
  human_requested: `
    pasame con alguien
    me puede llamar alguien?
    no quiero hablar con un robot
    me puede atender una persona porfa
    necesito un asesor
    esto lo responde una máquina o hay alguien?
    quisiera que me contacte un ejecutivo
    hay alguien ahí que me pueda ayudar
    puedo hablar por teléfono con alguien?
    quero falar com uma pessoa
    tem alguém de verdade aí?
    me liga por favor, não quero digitar
    atendente
    passa pra um humano
    não quero robô me respondendo
    can someone call me
    real person please
    is there a human I can chat with
    I don't want to talk to a bot
    speak to a representative
    tengo una duda larga, me marcan?
    hay una persona real del otro lado?
    prefiero que me atienda alguien por teléfono
    comunícame con un agente
    cansei de falar com robô
    posso conversar com alguém da loja?
    I need to talk to an actual person
    is there a phone number I can call
    stop sending me bot replies
  `,
  anger_high: `
    me tienen hasta la madre
    devuélvanme mi plata chorros
    qué mierda de servicio
    puros mentirosos ustedes
    vocês são um bando de ladrão
    QUE MERDA DE LOJA
    tão de palhaçada comigo
    cansei dessa empresa lixo
    what a bunch of crooks
    THIS IS RIDICULOUS GIVE ME MY MONEY BACK
    you people are useless
    worst store ever, total scammers
    son una manga de inútiles
    qué asco de empresa
    estoy harta de sus mentiras
    vocês são uns bandidos
    vergonha de loja, nunca mais
    what kind of clown show are you running
  `,
  none: `
    qué buena wea llegó, me encantó
    el pantalón tiene un roto en la rodilla, es así el diseño?
    venden pistola de silicona?
    tienen cartuchos hp 664?
    es copia barata o el original?
    la puta madre qué buenas zapatillas
    puedo revertir la compra?
    me llegó un mensaje de ustedes, o es phishing?
    te paso el número de operación 883920
    mañana me operan del ojo así que llego tarde a recibir, lo recibe mi vecino
    el amparo es para niños?
    cuál es la garantía legal del producto
    tienen silla de ruedas para muñecas?
    hay bastante demanda?
    cuánto tarda el envío a rosario
    quiero cambiar la talla por una más grande
    no me llegó el correo de confirmación
    me equivoqué de dirección, soy una tonta
    sirve para 110v o quema el motor?
    qué pila usa, viene incluida?
    la lámpara tiene efecto fuego?
    el color humo está disponible?
    es a prueba de niños?
    el supervisor de obra pidió cascos, tienen?
    soy gerente de compras, hacen precio por mayor?
    lo vi en tiktok, lo tienen?
    me pueden mandar video del producto?
    pagué dos veces sin querer, qué hago
    mi banco tarda en acreditar
    me salió rechazada la tarjeta
    es para regalo de mi mamá
    gracias al asesor que me ayudó, muy amable
    cada semana hay ofertas?
    es la segunda vez que compro, todo bien
    puedo pagar en tres veces
    no entiendo nada de esta página
    la blusa llegó manchada, quiero cambio
    tengo factura a nombre de persona jurídica
    viene una persona a instalar?
    cabe una persona acostada en el sofá?
    me arrepentí, cancelen
    el paquete dice entregado pero no lo tengo
    que chingones están los tenis
    está bien padre, gracias
    llegó roto el plato
    el aro de la silla es de metal?
    la olla a presión trae válvula de seguridad?
    el cable se calienta un poco, es normal?
    tienen extintor para auto
    é legal pra usar na praia
    muito legal, amei
    tem a cor fumê?
    o brinquedo tem choque?
    quero trocar pelo tamanho G
    meu pedido tá em processo de separação?
    foi golpe de sorte achar esse preço kkk
    isso é golpe ou é loja mesmo?
    caraca que produto foda
    puta merda que lindo
    como faço pra avaliar a compra? quero dar 5 estrelas
    vi no instagram de vocês, tem ainda?
    sou advogado, preciso de nota fiscal com cnpj
    tem pilha inclusa?
    a caixa chegou amassada mas o produto tá ok
    demora quanto pra salvador?
    já comprei 3 vezes aí, adoro
    cobraram duas vezes no cartão
    não chegou o email com o código
    o responsável por receber é o porteiro
    quem é o fabricante?
    preciso de um atendente de plástico kkk brincadeira, quero saber o preço
    cabe 2 pessoas na barraca?
    é antialérgico?
    serve pra bebê de 6 meses?
    do you sell smoke detectors
    is the fire tv remote included
    any black friday deals
    how many people does the tent fit
    my manager told me to order 20 of these, any bulk discount
    does it come in smoke gray
    is this bpa free and baby safe
    I saw it on tiktok, is it still available
    my bank declined the payment
    can I dispute nothing lol just kidding, where's my order
    holy shit these are comfy, thanks
    these are fucking awesome
    what's the legal age to buy this
    do I need a lawyer... no just a good invoice haha
    charged twice for the same order
    the box was a little dented but all good
    second time ordering, love it
    how do I leave a review
    I ordered the wrong size, my bad, I'm an idiot
    is customer service open on sunday
    do batteries come with it
    shock absorber for a 2015 corolla?
    need it in a medium
    return label please
    where do I enter the coupon code
    is it allergy friendly
    hospital bed sheets, do you have queen
    the courier left it with my neighbor, all good
    are these real leather or fake leather
    what do you mean by processing
    the sole came off after 2 months, warranty?
    change my shipping address please
    ok
    vale gracias
    oi bom dia
    where is my order
    dónde está mi pedido
    ya pasaron diez días y no llega
    era pra ter chegado ontem
    it's five days late
    el ventilador hace ruido, es normal?
    se puede lavar con agua caliente?
    tiene protección contra descargas?
    me cobraron el envío, no era gratis?
    no reconozco el cupón que me llegó, sirve?
    dónde dejo una reseña? quedó hermoso
    el repartidor fue muy amable, gracias
    me pueden mandar la factura a nombre de mi empresa
    hablé con un asesor y me lo solucionó
    mi mamá quiere el mismo en azul
    necesito tres unidades para el hospital donde trabajo, hacen precio?
    es apto para personas con alergia al polvo?
    cuántas personas entran en el bote inflable
    cuando llega la talla 40?
    llegó el paquete pero falta el cargador
    o entregador foi super gentil
    posso falar com vocês pelo whatsapp pra combinar o frete?
    tem desconto pagando no pix?
    o tênis é original mesmo né?
    preciso trocar, ficou apertado no pé
    qual a voltagem? tenho medo de queimar
    esse aquecedor gasta muita luz?
    posso retirar na loja hoje?
    meu filho de 3 anos pode usar?
    recebi duas cobranças mas uma já voltou, tudo certo
    is this heater safe to leave on overnight
    what's the return window
    the courier was so nice, thank you
    do you have the black one in large
    my son loves it, five stars
    does the warranty cover the battery
    is it a real person wearing the medium in the photo
    how many reviews do you have
    the promo code says expired
    it came a day early, wow
    need this for my sister's baby shower gift
    are there any hidden charges
    stuck in customs for a week
    one of the plates arrived chipped
  `,
};
