/** What buyers call the numbers that they type: the word beside a number tells an order from a tax number. */

/** Plain words in lower case; `,` parts names, a space stands for any separator inside one. */
const labelWords = {
  order:
    'pedido,pedidos,peddo,pedio,pdido,orden,ordenes,odren,order,orders,oder,ordr,ordem,compra,venta,venda,purchase,pack,numero de compra,order id,nro de pedido,reserva,encomenda,operacion',
  tracking:
    'guia,rastreo,rastreio,rastreamento,rastrear,rastreador,tracking,track,tracked,seguimiento,envio,paquete,package,parcel,shipment,objeto,correios,estafeta,dhl,fedex,ups,usps,waybill,remessa,despacho,servientrega,andreani,chilexpress,starken,jadlog,loggi',
  invoice:
    'factura,nota fiscal,nf,nfe,nf e,chave de acesso,invoice,nota,cfdi,boleta,folio fiscal,remito,danfe,boleto,codigo de barras do boleto,linha digitavel',
  article:
    'ean,upc,gtin,isbn,barcode,codigo de barra,codigo de barras,sku,ref,referencia,reference,modelo,model,asin,item,articulo,artigo,produto,producto,product,anuncio,publicacion,mlb,mla,part number,part,pn,style,codigo do produto,codigo del producto',
  serial: 'imei,serie,serial,n serie,sn,s n,lote,lot,batch,version,versao,firmware',
  ticket:
    'ticket,tickets,caso,case,chamado,protocolo,reclamo,reclamacion,reclamacao,folio,incidencia,atendimento,solicitud,radicado,pqr,claim,rma,complaint,queja,devolucion,devolucao,return,mediacion',
  purchase: 'po,p o,purchase order,orden de compra,ordem de compra,oc,o c',
  coupon:
    'cupon,cupones,cupom,cupons,coupon,promo,promocode,promo code,voucher,vale,discount code,codigo de descuento,codigo promocional,codigo de desconto,gift card,giftcard',
  cpf: 'cpf,cpfs,c p f,cadastro de pessoa fisica',
  cnpj: 'cnpj,c n p j',
  rg: 'rg,r g,registro geral,identidade,carteira de identidade',
  pis: 'pis,pasep,pis pasep,nis,inss',
  curp: 'curp,c u r p',
  rfc: 'rfc,r f c,registro federal',
  cuit: 'cuit,cuil,c u i t',
  dni: 'dni,d n i,documento,documentos,doc,identidad,id number,numero de documento',
  rut: 'rut,run,r u t,rol unico tributario',
  nit: 'nit,n i t',
  cedula: 'cedula,cc,c c,c i,ci,cedula de ciudadania,cedula de extranjeria,ce',
  ruc: 'ruc,r u c',
  ssn: 'ssn,social security,social security number,social,ss number,ss,soc',
  itin: 'itin,taxpayer id,taxpayer identification,tax id,tin,ein',
  card: 'tarjeta,tarjetas,cartao,cartoes,card,cc number,credit,debit,credito,debito,visa,mastercard,master,amex,american express,elo,hipercard,plastico,card number,tdc,tdd',
  expiry:
    'vence,vencimiento,vencimento,vto,venc,validade,valido,validez,exp,expira,expire,expires,expiry,expiration,expiry date,expiration date,caduca,caducidad,valid thru,valid through,good thru,val',
  code: 'cvv,cvv2,cvc,cvc2,cvn,codigo de seguridad,codigo de seguranca,cod de seguridad,cod de seguranca,security code,cod seg,codigo de verificacion,codigo verificador,numero de atras,numeros de atras,numero de tras,csc,cod seguridad,clave de seguridad,digitos de atras',
  iban: 'iban',
  clabe: 'clabe,clave interbancaria,interbancaria',
  cbu: 'cbu,cvu,c b u',
  alias: 'alias,alias cbu,alias de mercado pago,alias de mercadopago',
  account:
    'cuenta,cuentas,conta,contas,account,accounts,acct,cta,cuenta bancaria,conta corrente,conta poupanca,cuenta corriente,cuenta de ahorro,cuenta de ahorros,caja de ahorro,caja de ahorros,cuenta vista,cuenta rut,account number,account no,acc,checking,savings,ag,agencia,nequi,daviplata',
  routing: 'routing,routing number,aba,rtn,routing no',
  pix: 'pix,chave,chave pix,chave aleatoria',
  birth:
    'nacimiento,fecha de nacimiento,nascimento,data de nascimento,nasci,nascido,nascida,naci,nacido,nacida,nac,nasc,born,dob,d o b,birth,date of birth,birthdate,birth date,birthday,cumpleanos,cumplo anos,aniversario,fec nac,fecha nac,dt nasc',
  licence:
    'cnh,habilitacao,licencia,licencia de conducir,licencia de conduccion,licencia de manejo,carteira de motorista,driver s license,driver s licence,drivers license,drivers licence,driving license,driving licence,driver license,license,licence,dl,brevete,pase de conducir,registro de conducir,license number,passaporte,pasaporte,passport',
  address: 'ip,i p,ip address,direccion ip,endereco ip',
  phone:
    'tel,tels,telefono,telefonos,telefone,telefones,celular,celulares,cel,cels,whats,whatsapp,wasap,whatsap,wsp,wpp,wp,zap,zapzap,fone,fono,fonos,phone,phones,phone number,cell,cellphone,mobile,movil,llamar,llame,llamen,llamame,llamenme,llamarme,llama,llamada,llamanos,marcar,marcarme,marcame,marquen,marquenme,marque,ligar,ligue,liga,liguem,call,calls,call me,text me,text,sms,contacto,contato,contact,reach me,numero de contacto,numero de contato,mi numero,meu numero,my number,telegram,tlf,tfno,ph,mensagem no,escribeme al,escribirme al,comunicarse al,comunicarme al,me chama no,chama no',
  postcode:
    'cep,c e p,cp,c p,codigo postal,codigo de postal,cod postal,zip,zipcode,zip code,postal code,postal,postcode',
} as const;

export type Label = keyof typeof labelWords;

const isLabel = (name: string): name is Label => Object.hasOwn(labelWords, name);

const labelOfWords = new Map<string, Label>();
for (const [name, words] of Object.entries(labelWords)) {
  if (!isLabel(name)) continue;
  for (const word of words.split(',')) if (!labelOfWords.has(word)) labelOfWords.set(word, name);
}
const longestLabel = 4;

/** The label that a word is, if it is one. */
export const labelNamed = (word: string): Label | null => labelOfWords.get(word) ?? null;

/** How far a label may stand from its number, in UTF-16 units. */
const reachBefore = 36;
const reachAfter = 24;

type Met = { readonly label: Label; readonly start: number; readonly end: number };
type Word = { readonly text: string; readonly start: number; readonly end: number };

const wordPattern = /[a-z]+\d?(?![\da-z])|[a-z]+/g;

const wordsIn = (window: string): Word[] =>
  Array.from(window.matchAll(wordPattern), ({ 0: text, index }) => ({
    text,
    start: index,
    end: index + text.length,
  }));

/** Names that part at a distance, `c.p.f.` and `numero   de pedido`, read as one. */
const widestJoint = 3;

/** The longest name that begins at a word. */
const labelAt = (words: readonly Word[], at: number): Met | null => {
  const [first] = words.slice(at, at + 1);
  if (first === undefined) return null;
  let met: Met | null = null;
  let run = '';
  let end = first.start;
  for (const word of words.slice(at, at + longestLabel)) {
    if (word.start - end > widestJoint) break;
    run = run === '' ? word.text : `${run} ${word.text}`;
    end = word.end;
    const label = labelOfWords.get(run);
    if (label !== undefined) met = { label, start: first.start, end };
  }
  return met;
};

const labelsIn = (window: string): Met[] => {
  const words = wordsIn(window);
  const met: Met[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const label = labelAt(words, at);
    if (label === null) continue;
    met.push(label);
    while ((words[at + 1]?.start ?? Infinity) < label.end) at += 1;
  }
  return met;
};

/** A number or a sentence end between a label and a number: the label belongs to something else. */
const parted = /\d{3}|[!?;\n]|\.\s/;

/** `tel. 4567`, `pedido No. 45521`: a point that ends no sentence. */
const abbreviation = /^\s?\.|\b(?:no|nro|num|n|nr)\.(?=\s)/;

/** The label nearest before a span, within reach and in the same breath; null where there is none. */
export const labelBefore = (text: string, start: number): Label | null => {
  let from = Math.max(0, start - reachBefore);
  while (from > 0 && from < start && /[a-z]/.test(text[from - 1] ?? '') && /[a-z]/.test(text[from] ?? ''))
    from += 1;
  const window = text.slice(from, start);
  const last = labelsIn(window).at(-1);
  return last === undefined || parted.test(window.slice(last.end).replace(abbreviation, ''))
    ? null
    : last.label;
};

/** The label nearest after a span (`… é o meu CPF`). */
export const labelAfter = (text: string, end: number): Label | null => {
  const window = text.slice(end, end + reachAfter);
  const [first] = labelsIn(window);
  const between = window.slice(0, first?.start ?? 0);
  return first === undefined || parted.test(between) || between.includes(',') ? null : first.label;
};

/** The label before a span, else the one after it. */
export const labelOf = (text: string, start: number, end: number): Label | null =>
  labelBefore(text, start) ?? labelAfter(text, end);

/** Names of numbers that a seller needs to see. */
const shown: ReadonlySet<Label> = new Set([
  'order',
  'tracking',
  'invoice',
  'article',
  'serial',
  'ticket',
  'purchase',
  'coupon',
]);

export const isShown = (label: Label | null): boolean => label !== null && shown.has(label);
