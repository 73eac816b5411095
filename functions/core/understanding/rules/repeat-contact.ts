/** Buyers who already wrote two times or more, or whom nobody answers. */
import type { Rule } from './pattern.ts';

export const repeatContact: Rule = {
  harmless: [
    '(tercera|cuarta|quinta|3ra|4ta|segunda|varias|muchas|3|tres|dos|2) (vez|veces) (que )?(les |le |ya |yo )?(compro|compre|comprado|pido|he comprado|les compro|comprando|comprar)',
    '(terceira|quarta|quinta|segunda|varias|muitas|3|tres|duas|2) (vez|vezes) (que )?(eu )?(compro|comprei|peco|comprando)',
    '(third|fourth|3rd|4th|second|several|many) (time|times) (i |ive |im |i have |i m )?(buy|bought|order|ordering|buying|ordered|shopping|purchas*)',
    '(cobraron|cobrado|cobro|cobrou|cobraram|charged|billed|pague|paguei|paid) ... (dos|tres|2|3|duas|two|three|twice) ?(veces|vezes|times)?',
  ],
  says: {
    es: [
      '(tercera|cuarta|quinta|sexta|decima|enesima|3era|3ra|4ta|5ta|3a|4a|5a|3er|4to|tercer|cuarto|quinto|enesimo|n) (vez|ocasion|mensaje|correo|mail|email|intento|llamada|reclamo|consulta|pedido de ayuda)',
      '(ya |les |le |he |te |los |van |llevo |hice |mande |envie |escribi |escrito |mandado |enviado |llame |llamado |contacte )+(como |mas de |unas |unos |por |mil |con )?(dos|tres|cuatro|cinco|seis|siete|ocho|diez|varios|varias|muchos|muchas|mil|miles|2|3|4|5|6|7|8|9|10|n|infinidad de|tantos|tantas) (de )?(veces|mensajes|correos|mails|emails|llamadas|reclamos|ocasiones|tickets|whatsapp|chats|dias escribiendo)',
      '(varias|muchas|mil|tres|cuatro|cinco|dos|3|4|5|2|n|repetidas|multiples|tantas|infinitas|incontables) (veces|ocasiones) (que )?(ya )?(les |le |los |te |me )?(he |ha |e )?(escrib*|escrito|llam*|mand*|contact*|pregunt*|reclam*|comuni*|consult*|insist*|envi*|pedi*)',
      '(escrib*|escrito|llam*|mand*|contact*|pregunt*|reclam*|comunic*|consult*|insist*|envi*|avis*|pedi*|he pedido) ... (varias|muchas|mil|tres|cuatro|cinco|dos|3|4|5|2|n|repetidas|multiples|tantas|infinitas) (veces|ocasiones)',
      '(otra vez|de nuevo|nuevamente|again) (yo|escribiendo|aqui|aca|les escribo|insistiendo|preguntando)',
      '(llevo|tengo|hace) ... (dias|semanas|semana|meses) (escribiendo|llamando|mandando|reclamando|preguntando|insistiendo|esperando (una )?respuesta|sin (que me )?(respuesta|respond*|contest*))',
      '(nadie|nunca|jamas) (me )?(responde|contesta|responden|contestan|ha respondido|respondio|contesto|han contestado|da respuesta|dan respuesta|me da una respuesta|da una solucion|resuelve)',
      '(ya (hable|escribi|me comunique|contacte)) con (dos|tres|cuatro|varios|varias|2|3|4|muchos)',
      '(me canse|cansad[oa]|harto|harta) de (escrib*|llam*|reclam*|mandar|insistir|preguntar|repetir)',
      '(cada vez|siempre) que (escribo|llamo|pregunto)',
    ],
    pt: [
      '(terceira|quarta|quinta|sexta|decima|milesima|enesima|3a|4a|5a|3|4|terceiro|quarto|quinto) (vez|mensagem|email|e mail|contato|tentativa|ligacao|reclamacao|chamado|protocolo)',
      '(ja |eu |mandei |enviei |liguei |abri |fiz |tentei |entrei em |escrevi |falei |reclamei |pedi |perguntei |e a |estou |foram |sao )+(mais de |umas |uns |por |em |com )?(duas|dois|tres|quatro|cinco|seis|dez|varias|varios|muitas|muitos|inumeras|mil|2|3|4|5|6|7|8|9|10|milhoes de|diversas|diversos|trocentas) (vezes|mensagens|emails|e mails|ligacoes|contatos|reclamacoes|chamados|protocolos|atendentes|pessoas)',
      '(mandei|enviei|liguei|escrevi|falei|reclamei|pedi|perguntei|entrei em contato|contato|tentei|avisei|cobrei) ... (varias|muitas|inumeras|tres|quatro|cinco|duas|mil|2|3|4|5|diversas|trocentas) vezes',
      '(de novo|novamente|outra vez) (aqui|eu|mandando|perguntando|cobrando|entrando em contato|escrevendo)',
      '(dias|semanas|semana|meses|horas) (mandando|tentando|ligando|esperando (uma )?resposta|pedindo|cobrando|sem resposta|aguardando (uma )?resposta|tentando falar)',
      '(ninguem|nunca|nao) (me )?(responde|responderam|respondem|atende|atendem|respondeu|da retorno|deram retorno|me da uma resposta|resolve|resolvem|resolveu)',
      '(cansei|cansad[oa]|farto|farta) de (mandar|ligar|escrever|reclamar|pedir|cobrar|falar|repetir|esperar resposta)',
      '(toda vez|sempre) que (mando|ligo|pergunto|falo)',
    ],
    en: [
      '(third|fourth|fifth|sixth|tenth|3rd|4th|5th|6th|umpteenth|millionth|nth|hundredth) (time|message|email|e mail|attempt|contact|call|request|ticket|complaint|chat|inquiry|follow up)',
      '(contacted|emailed|called|messaged|written|wrote|reached out|reaching out|asked|texted|complained|followed up|tried|sent|told|explained|spoken|chatted|contacting|emailing|calling|messaging) ... (twice|multiple|several|many|three|four|five|six|two|2|3|4|5|6|10|countless|numerous|a few|a dozen|so many|a million|repeatedly) ?(times|emails|messages|people|agents|reps|tickets|calls|chats)?',
      '(multiple|several|many|three|four|five|two|2|3|4|5|6|countless|numerous|so many) (emails|messages|calls|tickets|phone calls|attempts|chats|contacts|inquiries|requests|complaints|reps|agents) (and|later|sent|already|to|with|now|but|so|over|have|were|without|no)',
      '(again|still) (me|writing|messaging|emailing|following up)',
      '(nobody|no one|noone|never|no body) (ever )?(answers|responds|replies|responded|replied|answered|gets back|got back|has responded|has replied|is answering|is responding|answering|helps|has helped|helped)',
      '(keep|kept|been) (emailing|calling|messaging|writing|asking|contacting|getting (transferred|passed)|trying to (reach|contact|get)|going back and forth)',
      '(keep|kept|getting) (getting )?(ignored|ignoring me|passed around|the runaround|no (response|reply|answer))',
      '(tired|sick) of (emailing|calling|messaging|writing|asking|explaining|repeating)',
    ],
  },
};
