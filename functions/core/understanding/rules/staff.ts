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
      '(repartidor|mensajero|chofer|cartero|domiciliario|delivery|motoquero) ... (avento|tiro|lanzo|boto|arrojo|pateo|dejo tirado|golpeo|rompio|robo|no quiso|se nego|cobro|exigio)',
      '(su|tu|el|la) (empleado|empleada|asesor|asesora|agente|vendedor|vendedora|ejecutivo|ejecutiva|personal) (fue|es|me|estaba|se) ... (grosero|grosera|mal|gritando|burlo|nego|colgo|mintio|insulto|maleducad*)',
      '(trato|trataron) (horrible|pesimo|de lo peor|fatal|con la punta del pie|muy mal|mal)',
      '(me|nos) (cerro|cerraron|corto|cortaron) (el chat|la conversacion|la llamada)',
      'se (rio|rieron)( y)?',
      '(asi|asi nomas|en mi) me (dijo|dijeron|contesto)',
      '(nunca me|me) (habian|han) (tratado|atendido) (asi|tan mal|peor)',
      '(una|un|unos|unas|muy|tan|fue|son|es) (maleducad*|groser*|prepotente*|patan*|irrespetuos*|altaner*|irresponsable)',
      '(por|con) el trato (del|de la|de su|que)',
      '(trato|atencion) (del|de su|de la) (vendedor|vendedora|repartidor|personal|chofer|asesor|asesora)',
      '(me|nos|le) (trato|trataron|dijo|dijeron|llamo) (de |como )?(bruta|bruto|mentirosa|mentiroso|tonta|tonto|ladrona|ladron|loca|loco|idiota|ignorante|estupida|estupido|burra)',
      '(estuvo|anda|esta|andaba) (molestando|acosando|siguiendo|escribiendo|mandando)',
      '(pidio|pide|consiguio) mi (numero|telefono|whatsapp|instagram)',
      'me (bloqueou|bloquearam|bloquearon|bloqueo) (no|na|en|del|do|cuando|quando|por)',
      'borracho',
      'se (rio|rieron|burlo|burlaron) de (mi|nosotros|uno)',
      `${empleado} ... (grosero|grosera|groseros|insulto|insultando|grito|gritando|gritandome|amenazo|amenazando|acoso|acosando|agredio|maleducado|maleducada|prepotente|patan|altanero|altanera|irrespetuoso|irrespetuosa|borracho|racista|robo|se robo|pidio dinero|pidio propina|coima|mordida|se burlo|burlo|colgo|mando a la|trato mal|trato pesimo|trato horrible|tiro el paquete|avento el|avento mi|arrojo|pateo|mintio|falto el respeto|pesimo trato|mala actitud|pesima actitud|pesima actitud)`,
      '(me|nos) (insulto|insultaron|grito|gritaron|colgo|colgaron|amenazo|amenazaron|acoso|acosaron|agredio|trato (muy )?mal|trataron (muy )?mal|trato pesimo|trataron pesimo|trato como|trataron como|falto al respeto|faltaron al respeto|falto el respeto|faltaron el respeto|discrimin*|mando a la|humill*|pidio propina|pidio dinero|cobro extra|cerro la puerta)',
      '(muy |bien |super |tan |re |un )(grosero|grosera|groseros|maleducado|maleducada|prepotente|altanero|altanera|patan|descortes|irrespetuos*)',
      '(falta de respeto|faltas de respeto|mal trato|maltrato|trato grosero|racista|racismo|discriminacion|acoso|acoso sexual|abuso de)',
    ],
    pt: [
      '(entregador|motorista|carteiro|motoboy) ... (jogou|arremessou|chutou|largou|deixou jogado|quebrou|roubou|recusou|cobrou|exigiu|gritou|xingou)',
      '(atendente|vendedor|vendedora|funcionari*|suporte|moca|rapaz) (foi|me|super|muito|extremamente) ... (grosso|grossa|gross*|mal educad*|rude|estupid*|ignorante|desligou|debochou|riu|xingou|maltratou|destratou)',
      'encerr(ou|aram) o (atendimento|chat)',
      '(debochad*|covarde)',
      '(nunca fui|fui) (tao|muito) (mal|maltrat*|destrat*)',
      'mal (atendida|atendido|tratada|tratado)',
      '(mal|mau) educad*',
      '(me|nos) (chamou|chamaram|tratou|trataram) (de|como|feito) (burra|burro|mentiros*|louc*|ladra*|lixo|idiota|bicho|cachorro|palhac*|otari*|ignorante)',
      '(humilhad*|xingad*|destratad*|ofendid*|assediad*|ameacad*|maltratad*) (por|pelo|pela|dess*|no|na)',
      '(bebado|embriagado)',
      'me (bloqueou|bloquearam|bloquearon|bloqueo) (no|na|en|del|do|cuando|quando|por)',
      '(tao|muito|mais) (maltratad*|mal tratad*|destratad*)',
      'piada (com|do|da) (meu|minha|cliente)',
      '(antipatic*|grosseri*|arrogant*)',
      `${funcionario} ... (grosso|grossa|grosseiro|grosseira|mal educado|mal educada|mal educadissim*|gritou|xingou|xingando|ameacou|ameacando|assediou|agrediu|estupido|estupida|ignorante|arrogante|debochou|debochando|racista|bebado|roubou|pediu dinheiro|pediu propina|desligou na|jogou|arremessou|mentiu|faltou com respeito|desrespeit*|rude|sem educacao|tratou mal|me tratou)`,
      '(me|nos) (xingou|xingaram|gritou|ameacou|ameacaram|assediou|agrediu|tratou (muito |super )?mal|trataram (muito |super )?mal|destratou|destrataram|desrespeit*|humilh*|ofendeu|ofenderam|discrimin*)',
      '(fui|fomos) (muito |super |extremamente )?(mal atendid*|destratad*|desrespeitad*|humilhad*|xingad*|ofendid*|maltratad*|discriminad*|ameacad*|assediad*)',
      '(desligou|desligaram|bateu|bateram) (o telefone )?na (minha )?cara',
      '(falta de respeito|racismo|racista|assedio|discriminacao|preconceito|falta de educacao|maus tratos)',
    ],
    en: [
      '(driver|delivery guy|courier|carrier|mailman|delivery person|he|she) (threw|tossed|kicked|dropped|dumped|chucked|smashed|drop kicked) (my|the|it|package|parcel|box)',
      'your (driver|agent|rep|employee|representative|staff|worker|support guy|support person|lady|associate) (was|is|just|told|lied|yelled|hung|laughed|cursed|called|refused|threatened)',
      'treated (me|us) (like|as|so|this)',
      '(guy|girl|lady|person|rep|agent) on (the )?(chat|phone) (was|left|hung|laughed|closed|mock*)',
      'closed the (conversation|chat)',
      'never been treated',
      'bad experience with (your|a|the) (sales|driver|employee|rep|associate|agent)',
      '(called|calling) me (a|an|names|stupid|dumb|crazy|liar)',
      '(made fun of|laughed at|mocked|blocked|ghosted|belittled|insulted) me',
      '(drunk|creepy|harassing|hit on) ... (driver|installer|guy|me|my)*',
      '(installer|driver|seller|rep|agent|guy|lady) (was|is) ... (drunk|rude|nasty|creepy|aggressive)',
      `${employee} ... (rude|yelled|screamed|cursed|cussed|swore|threatened|harassed|racist|insulted|hung up|lied|threw|throwing|tossed|stole|drunk|disrespectful|unprofessional|mocked|laughed at|nasty|condescending|kicked|aggressive|abusive|flipped me|creepy|asked for (money|a tip|cash))`,
      '(rude|disrespectful|abusive|racist|unprofessional|condescending|nasty) (to me|to us|with me|staff|employee*|driver*|agent*|rep|reps|customer service|service|person|people|and|attitude|behavior|delivery|on the phone|support)',
      '(hung up on|yelled at|screamed at|cursed at|cussed at|swore at|laughed at|threatened|harassed|insulted|lied to) (me|us|my)',
      '(so|very|extremely|super|incredibly|really|was|were) (rude|disrespectful|unprofessional|condescending)',
      '(racist|racism|discriminat*|sexual harassment|harassment|harassed)',
    ],
  },
};
