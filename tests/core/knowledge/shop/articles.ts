/** Articles of an invented shop of lamps, toys and beauty, in three languages: long ones, lists of questions, tables. */

type ShopArticle = {
  readonly id: string;
  readonly language: string;
  readonly category: string;
  readonly title: string;
  readonly body: string;
};

export const shopArticles: readonly ShopArticle[] = [
  {
    id: 'es-ayuda',
    language: 'es',
    category: 'faq',
    title: 'Preguntas frecuentes de Faro Norte',
    body: `## Envíos
¿Cuánto tarda en llegar mi compra?
Despachamos en 24 horas hábiles. A las capitales llega en 2 a 4 días hábiles y al resto del país en 5 a 8.

¿Puedo pasar a buscarla?
Sí. Elige "punto de retiro" al pagar y te avisamos cuando esté lista en el mostrador. La guardamos 10 días.

¿Qué pasa si no hay nadie en casa?
El mensajero hace dos visitas. Después el paquete vuelve a la sucursal y queda allí 5 días.

## Cuenta
¿Olvidaste tu contraseña?
Pulsa "recuperar acceso" y te enviamos un enlace para crear una nueva.

¿Cómo borro mis datos?
Escríbenos desde tu perfil y eliminamos tu información personal en un máximo de 10 días.`,
  },
  {
    id: 'es-devolver',
    language: 'es',
    category: 'policy',
    title: 'Política de devoluciones',
    body: `Tienes 30 días desde la entrega para arrepentirte.

## Requisitos
El artículo debe estar sin uso, con su empaque y accesorios. Los productos de higiene y los aretes no se aceptan de vuelta.

## Quién paga
La primera guía de retorno es gratis. Si devuelves otra vez el mismo pedido, el costo corre por tu cuenta.

## Reintegro
Revisamos el producto en 3 días hábiles y el dinero vuelve al mismo medio de pago: en tarjeta, hasta 10 días hábiles; en transferencia, 2.`,
  },
  {
    id: 'es-garantia-lamparas',
    language: 'es',
    category: 'warranty',
    title: 'Garantía de lámparas y electrónica',
    body: 'Cubrimos fallas de fabricación durante 24 meses. No cubre golpes, humedad ni uso con un voltaje equivocado.\n\nPara reclamarla envía una foto de la falla y el número de pedido. Reparamos en 15 días o enviamos una unidad nueva.',
  },
  {
    id: 'es-lampara-brisa',
    language: 'es',
    category: 'product',
    title: 'Lámpara recargable Brisa',
    body: `| Característica | Valor |
|---|---|
| Autonomía | 12 horas en intensidad media |
| Carga | USB-C, 3 horas |
| Peso | 640 g |
| Resistencia al agua | IPX4, apta para terraza, no sumergible |
| Brillo | regulable, 60 a 420 lúmenes |

Incluye cable, no incluye adaptador de pared. La base es de aluminio y la pantalla de vidrio.`,
  },
  {
    id: 'es-anillos',
    language: 'es',
    category: 'sizes',
    title: 'Medidas de anillos',
    body: '| Número | Diámetro interior | Contorno |\n|---|---|---|\n| 12 | 16,5 mm | 52 mm |\n| 14 | 17,2 mm | 54 mm |\n| 16 | 17,8 mm | 56 mm |\n\nMide un anillo que te quede bien o rodea el dedo con un hilo.',
  },
  {
    id: 'es-pagar',
    language: 'es',
    category: 'payment',
    title: 'Medios de pago',
    body: 'Aceptamos tarjetas, transferencia y pago en tiendas de conveniencia. Con tarjeta puedes diferir hasta 6 mensualidades sin intereses desde 1 200 pesos.\n\nSi el banco declina el cobro no se genera ningún cargo; intenta con otra tarjeta o llama a tu banco.',
  },
  {
    id: 'es-mayoreo',
    language: 'es',
    category: 'policy',
    title: 'Ventas a empresas',
    body: 'Desde 20 unidades aplicamos precio de mayoreo y factura a nombre de la empresa. Pide tu cotización y responde un asesor el mismo día.',
  },
  {
    id: 'pt-cabelo',
    language: 'pt',
    category: 'product',
    title: 'Shampoo sólido Maré',
    body: '## Ingredientes\nÓleo de coco, manteiga de karité e extrato de algas. Sem parabenos, sem sulfato e sem fragrância artificial. Vegano.\n\n## Uso\nEsfregue nas mãos molhadas, massageie e enxágue. Rende cerca de 60 lavagens.\n\n## Validade\n24 meses fechado, 12 depois de aberto. Guarde em local seco.',
  },
  {
    id: 'pt-brinquedo',
    language: 'pt',
    category: 'product',
    title: 'Blocos de montar Vila',
    body: 'Indicado a partir de 3 anos. Contém peças pequenas: não recomendado para menores de 36 meses. Tinta à base de água, certificado pelo Inmetro.\n\nSão 80 peças de madeira de reflorestamento, com saco de algodão para guardar.',
  },
  {
    id: 'pt-entrega',
    language: 'pt',
    category: 'shipping',
    title: 'Prazos e valores de entrega',
    body: 'Sul e Sudeste: 3 a 6 dias úteis. Norte e Nordeste: 7 a 12 dias úteis. O prazo conta a partir da aprovação do pagamento.\n\nFrete grátis acima de R$ 199,00. Abaixo disso o valor é calculado pelo CEP no carrinho.\n\nNas capitais há entrega no mesmo dia para pedidos até 11 h.',
  },
  {
    id: 'pt-nota',
    language: 'pt',
    category: 'invoice',
    title: 'Nota fiscal',
    body: 'A NF-e vai por e-mail quando o pedido é despachado. Para emitir em nome de empresa informe o CNPJ antes de finalizar a compra; depois de emitida não é possível alterar.',
  },
  {
    id: 'pt-avaria',
    language: 'pt',
    category: 'policy',
    title: 'Produto chegou com problema',
    body: 'Se algo chegou quebrado, trocado ou faltando, mande fotos em até 7 dias. Enviamos outro sem custo ou devolvemos o dinheiro, como preferir.',
  },
  {
    id: 'pt-presente',
    language: 'pt',
    category: 'service',
    title: 'Embrulho e cartão',
    body: 'Embrulhamos por R$ 9,90 com um cartão escrito à mão. O preço não aparece no pacote.',
  },
  {
    id: 'pt-fidelidade',
    language: 'pt',
    category: 'promotion',
    title: 'Clube Maré',
    body: 'Cada real vale um ponto. Com 500 pontos você resgata R$ 25,00 de desconto. Os pontos vencem em 12 meses. Não acumula com cupom.',
  },
  {
    id: 'en-shipping',
    language: 'en',
    category: 'shipping',
    title: 'Delivery options',
    body: '## Standard\n4 to 7 business days, $5.95, free over $60.\n\n## Expedited\n2 business days, $14. Order by noon Eastern.\n\n## Where we deliver\nAll fifty states. Alaska and Hawaii take three extra days. We do not ship to PO boxes.',
  },
  {
    id: 'en-returns',
    language: 'en',
    category: 'policy',
    title: 'Return policy',
    body: 'Send unused items back within 45 days. A prepaid label is in your account. We refund the original card 5 days after the parcel reaches us. Final sale items are excluded.',
  },
  {
    id: 'en-jacket-care',
    language: 'en',
    category: 'care',
    title: 'Caring for your down jacket',
    body: 'Machine wash cold on gentle. Tumble dry low with two tennis balls. Never bleach or iron. Store hanging, never compressed.',
  },
  {
    id: 'en-shoes',
    language: 'en',
    category: 'sizes',
    title: 'Trail runner fit guide',
    body: '| US | EU | Foot length |\n|---|---|---|\n| 8 | 41 | 10.0 in |\n| 9 | 42 | 10.4 in |\n| 10 | 43 | 10.7 in |\n\nThey run small: if you are between two, go half a number up.',
  },
  {
    id: 'en-preorder',
    language: 'en',
    category: 'policy',
    title: 'Preorders and restocks',
    body: 'Preorders are charged when they leave the warehouse. Tap "notify me" on a sold-out product and we email you once it is back.',
  },
  {
    id: 'en-speaker',
    language: 'en',
    category: 'product',
    title: 'Drift portable speaker',
    body: 'Plays 15 hours on a charge. Pairs with two phones at once over Bluetooth 5.3. Survives rain and sand, rated IP67. Comes with a USB-C cable and a strap.',
  },
];
