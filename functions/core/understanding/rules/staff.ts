/** What a seller's, courier's or support person did wrong towards the buyer. */
import type { Rule } from './pattern.ts';

const empleado =
  '(vendedor|vendedora|asesor|asesora|agente|ejecutivo|ejecutiva|repartidor|repartidora|chofer|mensajero|empleado|empleada|senor|senorita|senora|tipo|tipa|operador|operadora|persona que me atendio|chico|chica|cartero|transportista|motorista|el que entrego|el que trajo|delivery|domiciliario|motoquero|tecnico|encargado|encargada|personal|trabajador)';
const funcionario =
  '(vendedor|vendedora|atendente|motorista|entregador|entregadora|funcionario|funcionaria|rapaz|moca|tecnico|carteiro|motoboy|cara|pessoa que me atendeu|gerente|operador|operadora|moco|homem|mulher)';
const employee =
  '(driver|delivery guy|delivery person|delivery driver|agent|rep|representative|employee|staff|seller|courier|associate|technician|guy|lady|woman|man|worker|carrier|mailman|manager|person|support person)';

export const staffMisconduct: Rule = {
  harmless: ['personal (muy )?(amable|atento)'],
  says: {
    es: [
      `${empleado} ... (grosero|grosera|groseros|insulto|insultando|grito|gritando|gritandome|amenazo|amenazando|acoso|acosando|agredio|maleducado|maleducada|prepotente|patan|altanero|altanera|irrespetuoso|irrespetuosa|borracho|racista|robo|se robo|pidio dinero|pidio propina|coima|mordida|se burlo|burlo|colgo|mando a la|trato mal|trato pesimo|trato horrible|tiro el paquete|avento el|avento mi|arrojo|pateo|mintio|falto el respeto|pesimo trato|mala actitud|pesima actitud|pesima actitud)`,
      '(me|nos) (insulto|insultaron|grito|gritaron|colgo|colgaron|amenazo|amenazaron|acoso|acosaron|agredio|trato (muy )?mal|trataron (muy )?mal|trato pesimo|trataron pesimo|trato como|trataron como|falto al respeto|faltaron al respeto|falto el respeto|faltaron el respeto|discrimin*|mando a la|humill*|pidio propina|pidio dinero|cobro extra|cerro la puerta)',
      '(muy |bien |super |tan |re |un )(grosero|grosera|groseros|maleducado|maleducada|prepotente|altanero|altanera|patan|descortes|irrespetuos*)',
      '(falta de respeto|faltas de respeto|mal trato|maltrato|trato grosero|racista|racismo|discriminacion|acoso|acoso sexual|abuso de)',
    ],
    pt: [
      `${funcionario} ... (grosso|grossa|grosseiro|grosseira|mal educado|mal educada|mal educadissim*|gritou|xingou|xingando|ameacou|ameacando|assediou|agrediu|estupido|estupida|ignorante|arrogante|debochou|debochando|racista|bebado|roubou|pediu dinheiro|pediu propina|desligou na|jogou|arremessou|mentiu|faltou com respeito|desrespeit*|rude|sem educacao|tratou mal|me tratou)`,
      '(me|nos) (xingou|xingaram|gritou|ameacou|ameacaram|assediou|agrediu|tratou (muito |super )?mal|trataram (muito |super )?mal|destratou|destrataram|desrespeit*|humilh*|ofendeu|ofenderam|discrimin*)',
      '(fui|fomos) (muito |super |extremamente )?(mal atendid*|destratad*|desrespeitad*|humilhad*|xingad*|ofendid*|maltratad*|discriminad*|ameacad*|assediad*)',
      '(desligou|desligaram|bateu|bateram) (o telefone )?na (minha )?cara',
      '(falta de respeito|racismo|racista|assedio|discriminacao|preconceito|falta de educacao|maus tratos)',
    ],
    en: [
      `${employee} ... (rude|yelled|screamed|cursed|cussed|swore|threatened|harassed|racist|insulted|hung up|lied|threw|throwing|tossed|stole|drunk|disrespectful|unprofessional|mocked|laughed at|nasty|condescending|kicked|aggressive|abusive|flipped me|creepy|asked for (money|a tip|cash))`,
      '(rude|disrespectful|abusive|racist|unprofessional|condescending|nasty) (to me|to us|with me|staff|employee*|driver*|agent*|rep|reps|customer service|service|person|people|and|attitude|behavior|delivery|on the phone|support)',
      '(hung up on|yelled at|screamed at|cursed at|cussed at|swore at|laughed at|threatened|harassed|insulted|lied to) (me|us|my)',
      '(so|very|extremely|super|incredibly|really|was|were) (rude|disrespectful|unprofessional|condescending)',
      '(racist|racism|discriminat*|sexual harassment|harassment|harassed)',
    ],
  },
};
