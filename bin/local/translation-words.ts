/** Words and phrases of a desk in four languages: what the played model of this machine translates with. No language model. */

/** Chinese, Portuguese, Spanish, English: a line each. */
const lines = `
您好|Olá|Hola|Hello
你好|Oi|Hola|Hi
亲|Oi|Hola|Hi
尊敬的客户|Prezado cliente|Estimado cliente|Dear customer
非常抱歉给您带来不便|pedimos muitas desculpas pelo transtorno|lamentamos mucho las molestias|we are very sorry for the inconvenience
抱歉给您带来不便|pedimos desculpas pelo transtorno|lamentamos las molestias|we are sorry for the inconvenience
给您带来不便|pelo transtorno|por las molestias|for the inconvenience
非常抱歉|pedimos muitas desculpas|lo sentimos mucho|we are very sorry
十分抱歉|pedimos muitas desculpas|lo sentimos mucho|we are very sorry
很抱歉|sentimos muito|lo sentimos mucho|we are sorry
抱歉|desculpe|disculpe|sorry
对不起|desculpe|disculpe|sorry
感谢您的耐心等待|obrigado pela sua paciência|gracias por su paciencia|thank you for your patience
感谢您的耐心|obrigado pela sua paciência|gracias por su paciencia|thank you for your patience
感谢您的理解|obrigado pela compreensão|gracias por su comprensión|thank you for your understanding
感谢您的支持|obrigado pelo apoio|gracias por su apoyo|thank you for your support
感谢您的联系|obrigado pelo contato|gracias por escribirnos|thank you for contacting us
感谢|obrigado|gracias|thank you
谢谢您|obrigado|gracias|thank you
谢谢|obrigado|gracias|thank you
请您放心|fique tranquilo|quede tranquilo|please do not worry
请放心|fique tranquilo|quede tranquilo|please do not worry
请耐心等待|por favor, aguarde|por favor espere|please wait
请稍等|aguarde um momento|espere un momento|one moment, please
请您|por favor|por favor|please
请|por favor|por favor|please
我们已经|já|ya|we have already
我们会|vamos|vamos a|we will
我们将|vamos|vamos a|we will
我们|nós|nosotros|we
我已经|já|ya|I have already
我会|vou|voy a|I will
我将|vou|voy a|I will
我是客服|sou do atendimento|soy de atención al cliente|I am from customer service
客服|atendimento|atención al cliente|customer service
我|eu|yo|I
您的|seu|su|your
你的|seu|su|your
您|você|usted|you
你|você|usted|you
订单号|número do pedido|número de pedido|order number
订单|pedido|pedido|order
包裹|pacote|paquete|parcel
快递|entrega|envío|courier
物流信息|informações da entrega|información del envío|tracking information
物流|transporte|transporte|shipping
快递单号|código de rastreio|código de seguimiento|tracking number
运单号|código de rastreio|código de seguimiento|tracking number
追踪号|código de rastreio|código de seguimiento|tracking number
商品|produto|producto|product
产品|produto|producto|product
货物|mercadoria|mercancía|goods
台灯|luminária|lámpara|lamp
尺码|tamanho|talla|size
颜色|cor|color|colour
全额退款|reembolso total|reembolso total|full refund
退款申请|pedido de reembolso|solicitud de reembolso|refund request
退款|reembolso|reembolso|refund
退货|devolução|devolución|return
换货|troca|cambio|exchange
补发|reenviar|reenviar|resend
重新发货|enviar novamente|enviar de nuevo|send it again
重新发送|enviar novamente|enviar de nuevo|send again
新的|novo|nuevo|new
发票|nota fiscal|factura|invoice
优惠券|cupom|cupón|coupon
付款|pagamento|pago|payment
支付|pagamento|pago|payment
金额|valor|importe|amount
运费|frete|envío|shipping cost
地址|endereço|dirección|address
仓库|depósito|depósito|warehouse
海关|alfândega|aduana|customs
快递公司|transportadora|empresa de envíos|carrier
已经发货了|já foi enviado|ya fue enviado|has already been shipped
已经发货|já foi enviado|ya fue enviado|has already been shipped
已发货|foi enviado|fue enviado|has been shipped
已寄出|foi enviado|fue enviado|has been sent
发货|enviar|enviar|ship
已经送达|já foi entregue|ya fue entregado|has already been delivered
已送达|foi entregue|fue entregado|has been delivered
将送达|será entregue|será entregado|will be delivered
会送达|será entregue|será entregado|will be delivered
预计送达|previsão de entrega|entrega estimada|estimated delivery
送达|chega|llega|arrives
会到达|vai chegar|va a llegar|will arrive
将到达|vai chegar|va a llegar|will arrive
到达|chega|llega|arrives
会到|vai chegar|va a llegar|will arrive
到货|chega|llega|arrives
正在运输途中|está a caminho|está en camino|is on its way
在运输途中|está a caminho|está en camino|is on its way
运输途中|a caminho|en camino|on its way
正在路上|está a caminho|está en camino|is on its way
在路上|está a caminho|está en camino|is on its way
运输中|a caminho|en camino|in transit
已经处理|já foi resolvido|ya fue resuelto|has already been handled
正在处理|está sendo tratado|se está gestionando|is being handled
已处理|foi resolvido|fue resuelto|has been handled
尽快处理|resolver o quanto antes|resolver lo antes posible|handle it as soon as possible
马上处理|resolver agora mesmo|resolver ahora mismo|handle it right away
处理|resolver|resolver|handle
核实|verificar|verificar|check
查询|verificar|consultar|check
查看|verificar|revisar|check
检查|verificar|revisar|check
确认|confirmar|confirmar|confirm
联系快递公司|entrar em contato com a transportadora|contactar a la empresa de envíos|contact the carrier
联系您|entrar em contato com você|contactarle|contact you
联系|entrar em contato com|contactar a|contact
回复您|responder a você|responderle|reply to you
回复|responder|responder|reply
通知您|avisar você|avisarle|let you know
帮您|para você|para usted|for you
为您|para você|para usted|for you
给您|para você|para usted|to you
安排|providenciar|organizar|arrange
提供|enviar|enviar|provide
告诉|informar|decir|tell
发送|enviar|enviar|send
寄出|enviar|enviar|send
取消|cancelar|cancelar|cancel
修改|alterar|modificar|change
更换|trocar|cambiar|replace
照片|foto|foto|photo
图片|foto|foto|picture
视频|vídeo|vídeo|video
问题|problema|problema|problem
原因|motivo|motivo|reason
情况|situação|situación|situation
延误|atraso|retraso|delay
损坏|danificado|dañado|damaged
丢失|extraviado|extraviado|lost
今天|hoje|hoy|today
明天|amanhã|mañana|tomorrow
后天|depois de amanhã|pasado mañana|the day after tomorrow
昨天|ontem|ayer|yesterday
本周|esta semana|esta semana|this week
下周|na próxima semana|la próxima semana|next week
工作日内|dias úteis|días hábiles|business days
个工作日|dias úteis|días hábiles|business days
工作日|dia útil|día hábil|business day
小时内|horas|horas|hours
小时|horas|horas|hours
天内|dias|días|days
天|dias|días|days
日|dia|día|day
之前|antes|antes|before
之后|depois|después|after
以内|em até|en|within
内|em até|en|within
在|em|en|in
将|vai|va a|will
会|vai|va a|will
可以|pode|puede|can
能|pode|puede|can
需要|precisa|necesita|need
如果|se|si|if
但是|mas|pero|but
因为|porque|porque|because
所以|por isso|por eso|so
现在|agora|ahora|now
马上|agora mesmo|ahora mismo|right away
立即|imediatamente|de inmediato|immediately
尽快|o quanto antes|lo antes posible|as soon as possible
已经|já|ya|already
已|já|ya|already
正在|está|está|is
是|é|es|is
有|tem|tiene|has
没有|não tem|no tiene|has no
没|não|no|not
不会|não vai|no va a|will not
不能|não pode|no puede|cannot
不|não|no|not
和|e|y|and
到|até|hasta|to
从|de|desde|from
对于|sobre|sobre|about
关于|sobre|sobre|about
再|de novo|de nuevo|again
还|ainda|todavía|still
都|tudo|todo|all
一下|um pouco|un momento|a moment
预计|previsto para|previsto para|expected
收到|receber|recibir|receive
购买|comprar|comprar|buy
满意|satisfeito|satisfecho|satisfied
祝您生活愉快|tenha um ótimo dia|que tenga un buen día|have a nice day
祝您购物愉快|boas compras|buenas compras|enjoy your shopping
祝您|desejamos a você|le deseamos|we wish you
生活愉快|um ótimo dia|un buen día|a nice day
这个|este|este|this
那个|esse|ese|that
这|este|este|this
的|||
了|||
吧|||
呢|||
哦|||
啊|||
于|em|el|on
将于|em|el|on
`;

export type WordRow = { readonly zh: string; readonly pt: string; readonly es: string; readonly en: string };

export const wordRows: readonly WordRow[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [zh = '', pt = '', es = '', en = ''] = line.split('|');
    return { zh, pt, es, en };
  });
