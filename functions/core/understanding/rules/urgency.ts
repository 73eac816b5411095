/** A named date or event as a limit, an ultimatum with a condition, or plain haste. */
import type { Rule } from './pattern.ts';

const dia =
  '(hoy|manana|pasado manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|este fin|fin de semana|\\d+)';
const diaPt =
  '(hoje|amanha|depois de amanha|segunda|terca|quarta|quinta|sexta|sabado|domingo|feriado|fim de semana|\\d+)';
const day =
  '(today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tmrw|tmr|weekend|\\d+)';
const event =
  '(cumpleanos|cumple|boda|navidad|viaje|viajo|fiesta|evento|bautizo|graduacion|quinceanera|dia de la madre|dia del padre|reyes|aniversario|aniversario|casamento|natal|viagem|viajo|formatura|festa|batizado|cha de bebe|dia das maes|dia dos pais|birthday|wedding|christmas|trip|party|graduation|anniversary|baby shower|halloween|thanksgiving|mothers day|fathers day|vacation|funeral)';

export const urgency: Rule = {
  harmless: [`(desde|el pasado|del pasado|since|last|desde o|o ultimo|on) (el )?${dia}`],
  says: {
    es: [
      `(lo|la|los|las|me) (necesito|ocupo|urge|requiero|urgen) ... (para|antes) (de )?(el |la |este |esta |mi |del |la proxima )?${dia}`,
      `(lo|la|los|las) (necesito|ocupo|requiero|quiero) (para |antes del |antes de )?(ya|hoy|hoy mismo|manana|urgente|cuanto antes|lo antes posible|${dia.slice(1)}`,
      `(necesito|ocupo|quiero) ... (antes del|antes de|para el|para este|para hoy|para manana) ${dia}`,
      `(es para|para) (un |una |el |la |mi |su )?${event}`,
      `antes (del|de|de la|de mi|de su) ${event}`,
      '(urgente|urgentemente|urge|me urge|urgencia|es urgente|lo antes posible|cuanto antes|de inmediato|inmediatamente|hoy mismo|ahora mismo|ya mismo)',
      'si (no|hoy no|para hoy|en 24|antes) ... (hoy|manana|24|48|horas|viernes|lunes|respuesta)',
      'antes (de que|que) (lo |la |me |los |salga |se )?(envien|despachen|manden|salga|envie)',
    ],
    pt: [
      `(preciso|precisava|quero|necessito) ... (ate|antes de|antes do|antes da|para|pra) (o |a |dia |essa |esta |este )?${diaPt}`,
      `(e |eh )?(para|pra|pro|por) (o |um |uma |a |meu |minha )?${event}`,
      `antes (do|da|de|do meu|da minha) ${event}`,
      '(urgente|urgentemente|urgencia|com urgencia|o mais rapido possivel|o quanto antes|imediatamente|imediato|hoje mesmo|agora mesmo)',
      'se (nao|ate|hoje nao) ... (hoje|amanha|24|48|horas|sexta|segunda|dia)',
      'antes (de|que) (enviar|enviarem|despachar|despacharem|saia|mandar|mandarem|envie*)',
      `chega (ate|antes) (de |do |da |o |a )?${diaPt}`,
    ],
    en: [
      `(need|needed|want|must have|have to have|gotta have) ... (by|before|for) (the |this |my |next |end of )?${day}`,
      `(by|before) (this |next |the end of )?${day}`,
      `(for|before|its for|in time for|by) (a |my |our |the |his |her )?(\\w+ )?${event}`,
      '(asap|urgent|urgently|urgency|immediately|right now|right away|as soon as possible)',
      'if (i|it|you|this) ... (by|today|tomorrow|24|48|tonight|hours)',
      'before (it|you|they) (ship*|ships|send|leaves|goes out)',
    ],
  },
};
