/** Charges that the buyer disputes or never made, and stolen cards and accounts. */
import type { Rule } from './pattern.ts';

export const chargebackOrFraud: Rule = {
  harmless: [
    '(es|sera|son|seria|no es|no sera|esto es|eh|sem|e|nao e|is this|is it|isnt this|not a|seguro) (una |un |a |um )?(estafa|fraude|golpe|scam|fraud) (verdad|no|ne|cierto|right|o no|ou nao|or|o|ou|or legit)',
    '(a prueba de|a prova de|resiste a|resistente a|anti|proteccion contra|protecao contra|aguanta) (golpe|golpes|fraude*)',
    '(con|de|un|el|algun|del|recibio) (golpe|golpes)',
    '(fraude|scam|fraud) (protection|alert*|detector)',
    '(dispute|disputa) (de|da) (copa|bola)',
    '(anti|rfid) (clon*|fraud*)',
  ],
  says: {
    es: [
      '(contracargo|contracargos|contra cargo|contracargar|chargeback|charge back|contracargue)',
      '(desconocer|desconozco|desconoci|desconocere|voy a desconocer) (el |la |este |esta |ese |esa |un |los |las |esos |estos |mi )?(cargo|cargos|compra|compras|cobro|pago|movimiento|consumo|transaccion)',
      '(no reconozco|no reconosco|no hice|yo no hice|no realice|no autorice|yo no autorice|nunca autorice|nunca hice|sin mi autorizacion|no autorizado|no autorizada) ... (cargo|cargos|compra|compras|cobro|cobros|pago|consumo|transaccion|autorizacion|pedido|tarjeta)',
      '(cargo|cargos|compra|compras|cobro|cobros|pago|consumo) ... (no reconozco|no reconosco|no autorizado*|no autorizada*|no autorice|no hice|desconocid*|fraudulent*|que no hice|que yo no hice|sin mi permiso|sin autorizacion)',
      '(disputa|disputar|disputare) ... (banco|tarjeta|paypal|cargo|pago|compra|mercadopago|mercado pago)',
      '(reclamar|reclamo|reclamare|hablar|hablare|llamar|llamare|denunciar|reportar|reportare|revertir|reversar|reverso|cancelar) ... (con|al|a|en) (mi |el )?(banco|tarjeta|emisor)',
      '(reverso|reversion|reversar|revertir) (del |el |la )?(pago|cargo|cobro|compra|transaccion)',
      '(me|nos) (estafaron|estafo|hackearon|hackeo|clonaron|robaron la tarjeta|hicieron fraude|robaron mis datos|robaron mi dinero|robaron el dinero|robaron la plata|robaron mi plata)',
      '(clonaron|clonada|clonaron mi|hackearon|hackeada|robaron|robada) ... (tarjeta|cuenta)',
      '(tarjeta|cuenta) ... (clonada|hackeada|robada|hackeo|hackearon|clonaron)',
      '(fraude|fraudulent*|estafa|phishing|suplant*|robo de identidad|phising)',
      '(usaron|usan|estan usando|uso) mi (tarjeta|cuenta|nombre|identidad)',
    ],
    pt: [
      '(chargeback|charge back|contestar|contestacao|contestei|contestando|contestarei)',
      '(pedir|pedirei|pedi|solicitar|solicitarei|abrir|fazer|vou|peco) ... estorno (direto |diretamente )?(no|ao|com o|pelo|na|com a|pela) (meu |minha )?(banco|operadora|cartao|administradora)',
      '(cancelar|bloquear|bloqueio|sustar) (a |o |essa |esta )?(compra|pagamento|cobranca) (direto )?(no|com o|pelo|na|com a) (meu |minha )?(banco|cartao|operadora)',
      '(nao reconheco|nao fiz|nao autorizei|nunca fiz|nunca autorizei|nao fui eu|desconheco) ... (compra|compras|cobranca|cobrancas|pagamento|transacao|pedido|quem|que|lancamento|debito)',
      '(compra|cobranca|pagamento|transacao|cobrancas|compras|lancamento) ... (nao reconheco|nao reconhecida|nao autorizada|nao autorizado|nao autorizei|indevida|que nao fiz|fraudulenta|desconhecida|nao fiz)',
      '(abrir|abri|abrirei|vou abrir|entrar com) (uma )?disputa',
      '(clonaram|clonado|hackearam|hackeada|roubaram|invadiram) ... (cartao|conta|dados|dinheiro)',
      '(cartao|conta) ... (clonado|hackeada|roubado|invadida|clonaram)',
      '(cai|caimos|cair|levei|tomei|sofri|aplicaram|e|foi|um|isso e|que|dando|deram|dar) (num |em um |um |no |nesse |puro )?golpe',
      '(fraude|fraudulent*|estelionato|phishing|fui (enganad*|roubad*|lesad*))',
      '(usaram|usando|usou) meu (cartao|cpf|nome|dados)',
    ],
    en: [
      '(chargeback|chargebacks|charge back|charge backs)',
      '(dispute|disputing|disputed|disputes) (the |this |it |these |my |with |a |that |all |every )*(charge|charges|payment|transaction|purchase|bank|card|paypal|credit|order|amount|claim)?',
      '(call|calling|contact|contacting|calling up|go to|tell|called|through) (my |the |with my )?(bank|credit card|card company|cc company|card issuer)',
      '(open|opening|file|filing|filed|opened) (a |an )?(paypal |bank |credit card |fraud )?(dispute|claim) (with|through|against)? ?(my |the )?(bank|paypal|card|credit|you|amex|visa|mastercard|chase)?',
      '(didnt|did not|never|havent|dont|do not|not) (make|made|authorize|authorized|recognize|recognise|place|placed|order|ordered|approve|approved) ... (charge|charges|purchase|order|payment|transaction|this)',
      '(unauthorized|unauthorised|fraudulent|unrecognized|unknown) (charge|charges|transaction|transactions|purchase|payment|order|orders|use)',
      '(fraud|fraudulent|identity theft|phishing|scammed|scamming|stolen card|hacked|got scammed|been scammed|a scam|total scam)',
      '(stole|stolen|used|using|uses) my (card|credit card|money|identity|account|info|information|debit card)',
      '(card|account) (was|got|has been|is) (hacked|stolen|compromised|cloned)',
      'stop (the )?payment (with|at|through)',
    ],
  },
};
