/** What we say about stock: what there is, what is out, and what there is instead. */
import type { Texts } from './texts.ts';

export const stockTexts = {
  'stock.available': {
    tone: 'direct',
    calm: {
      es: [
        'Sí, hay disponibilidad[ de {item}].',
        'Sí, lo tenemos en stock[: {item}].',
        'Sí, todavía quedan unidades[ de {item}].',
      ],
      pt: [
        'Sim, está disponível[: {item}].',
        'Sim, temos em estoque[: {item}].',
        'Sim, ainda tem unidades[ de {item}].',
      ],
      en: [
        "Yes, it's available[: {item}].",
        'Yes, we have it in stock[: {item}].',
        'Yes, there are still some left[ of {item}].',
      ],
    },
  },
  'stock.options': {
    tone: 'direct',
    calm: {
      es: [
        'Sí, hay disponibilidad[ de {item}].[ Tenemos {options}; ¿cuál <prefieres|preferís>?]',
        'Sí, hay stock.[ Las opciones disponibles son {options}.]',
        'Sí, está disponible.[ Por ahora hay {options}.]',
      ],
      pt: [
        'Sim, está disponível[: {item}].[ Temos {options}; qual você prefere?]',
        'Sim, tem em estoque.[ As opções disponíveis são {options}.]',
        'Sim, tem sim.[ No momento há {options}.]',
      ],
      en: [
        "Yes, it's available[: {item}].[ We have {options}; which one would you like?]",
        "Yes, it's in stock.[ The available options are {options}.]",
        'Yes, we have it.[ Right now there is {options}.]',
      ],
    },
  },
  'stock.choice': {
    tone: 'direct',
    calm: {
      es: [
        'Sí, tenemos disponible esa opción: {choice}.',
        'Sí, hay stock de {choice}.',
        'Sí, {choice} está disponible.',
      ],
      pt: [
        'Sim, temos essa opção disponível: {choice}.',
        'Sim, tem em estoque: {choice}.',
        'Sim, {choice} está disponível.',
      ],
      en: [
        'Yes, we have that option available: {choice}.',
        'Yes, {choice} is in stock.',
        'Yes, {choice} is available.',
      ],
    },
  },
  'stock.choices': {
    tone: 'direct',
    calm: {
      es: [
        'Sí, hay disponibilidad.[ Tenemos {options}.]',
        'Sí, está disponible.[ Las opciones son {options}.]',
        'Sí, hay stock[: {options}].',
      ],
      pt: [
        'Sim, está disponível.[ Temos {options}.]',
        'Sim, tem sim.[ As opções são {options}.]',
        'Sim, tem em estoque[: {options}].',
      ],
      en: [
        "Yes, it's available.[ We have {options}.]",
        'Yes, we have it.[ The options are {options}.]',
        "Yes, it's in stock[: {options}].",
      ],
    },
  },
  'stock.list': {
    tone: 'direct',
    calm: {
      es: [
        'Disponibles ahora: {options}.[ Agotadas: {gone}.]',
        'En este momento hay {options}.[ Sin stock: {gone}.]',
        'Te cuento lo que hay disponible: {options}.[ No queda: {gone}.]',
      ],
      pt: [
        'Disponíveis agora: {options}.[ Esgotadas: {gone}.]',
        'No momento tem {options}.[ Sem estoque: {gone}.]',
        'Olha o que está disponível: {options}.[ Acabou: {gone}.]',
      ],
      en: [
        'Available right now: {options}.[ Sold out: {gone}.]',
        'At the moment there is {options}.[ Out of stock: {gone}.]',
        "Here's what is available: {options}.[ Not available: {gone}.]",
      ],
    },
  },
  'stock.choiceGone': {
    tone: 'sober',
    calm: {
      es: [
        'Esa opción[ ({choice})] está agotada por ahora.[ Lo que sí tenemos: {options}.]',
        'Por el momento no hay[ {choice}]: está agotado.[ Disponibles hay {options}.]',
        'Se nos agotó esa opción[ ({choice})].[ Te puede servir alguna de estas: {options}.]',
      ],
      pt: [
        'Essa opção[ ({choice})] está esgotada por enquanto.[ O que temos: {options}.]',
        'No momento não tem essa opção[ ({choice})], está esgotada.[ Disponíveis há {options}.]',
        'Essa opção está sem estoque[ ({choice})].[ Talvez uma destas sirva: {options}.]',
      ],
      en: [
        'That option[ ({choice})] is sold out for now.[ What we do have: {options}.]',
        "We don't have that option right now[ ({choice})]; it's sold out.[ Available: {options}.]",
        'That one[ ({choice})] is out of stock.[ One of these may work for you: {options}.]',
      ],
    },
  },
  'stock.unknownChoice': {
    tone: 'sober',
    calm: {
      es: [
        'Esa opción no la veo en este producto.[ Lo que hay disponible es {options}.]',
        'No encuentro esa opción entre las de este producto.[ Tenemos {options}.]',
        'Este producto no figura en esa opción.[ Hay {options}.]',
      ],
      pt: [
        'Essa opção não aparece neste produto.[ O que está disponível é {options}.]',
        'Não encontro essa opção entre as deste produto.[ Temos {options}.]',
        'Este produto não consta nessa opção.[ Há {options}.]',
      ],
      en: [
        "I don't see that option for this product.[ What's available is {options}.]",
        "I can't find that option for this product.[ We have {options}.]",
        "This product isn't listed in that option.[ There is {options}.]",
      ],
    },
  },
  'stock.none': {
    tone: 'sober',
    calm: {
      es: [
        'Por ahora no hay unidades disponibles[ de {item}], y no tengo una fecha de reposición para darte.',
        'En este momento está agotado[: {item}]. Todavía no veo cuándo vuelve.',
        'Se nos agotó[: {item}], y no tengo confirmado si vuelve ni cuándo.',
      ],
      pt: [
        'No momento não há unidades disponíveis[ de {item}], e não tenho uma data de reposição para te passar.',
        'Agora está esgotado[: {item}]. Ainda não vejo quando volta.',
        'Acabou[: {item}], e não tenho confirmado se volta nem quando.',
      ],
      en: [
        "There's nothing available right now[: {item}], and I don't have a restock date to give you.",
        "It's sold out at the moment[: {item}]. I can't see yet when it comes back.",
        "We've run out[: {item}], and it isn't confirmed if or when it comes back.",
      ],
    },
  },
  'stock.notEnough': {
    tone: 'sober',
    calm: {
      es: [
        'Para esa cantidad no alcanza por ahora. Unidades disponibles: {stock}[ ({choice})].',
        'No tenemos tantas por el momento; las unidades disponibles son {stock}[ ({choice})].',
        'Esa cantidad no la cubrimos ahora. Disponibles: {stock}[ ({choice})].',
      ],
      pt: [
        'Para essa quantidade não dá por enquanto. Unidades disponíveis: {stock}[ ({choice})].',
        'Não temos tantas no momento; as unidades disponíveis são {stock}[ ({choice})].',
        'Essa quantidade não temos agora. Disponíveis: {stock}[ ({choice})].',
      ],
      en: [
        "We can't cover that quantity right now. Units available: {stock}[ ({choice})].",
        "We don't have that many at the moment; available units: {stock}[ ({choice})].",
        "That's more than we have now. Available: {stock}[ ({choice})].",
      ],
    },
  },
} as const satisfies Readonly<Record<string, Texts>>;
