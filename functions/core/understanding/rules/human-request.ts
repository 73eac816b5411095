/** A buyer who asks for a person instead of a machine, or for somebody who decides. */
import type { Rule } from './pattern.ts';

const asesor =
  '(asesor|asesora|agente|ejecutivo|ejecutiva|representante|operador|operadora|humano|humana|persona|alguien|encargado de ventas|vendedor|vendedora|servicio al cliente|atencion al cliente|ser humano|soporte)';
const atendente =
  '(atendente|humano|humana|pessoa|alguem|gente de verdade|operador|operadora|representante|ser humano|consultor|consultora|vendedor|vendedora|uma pessoa|suporte)';
const agent =
  '(human|humans|person|people|someone|somebody|agent|representative|rep|operator|real person|live agent|live person|live chat|customer service|customer support|human being|associate|advisor)';

export const humanRequest: Rule = {
  harmless: [
    `no (quiero|necesito|hace falta|quisiera|deseo) (que )?(hablar|hable*|platicar) con (nadie|${asesor.slice(1)}`,
    `(ya|ayer|antes|hoy) (hable|habia hablado|he hablado|chatee) con ... ${asesor}`,
    `(ja|ontem|antes|hoje) (falei|conversei) com ... ${atendente}`,
    `nao (quero|preciso|precisa) (de )?(falar|conversar) com (ninguem|${atendente.slice(1)}`,
    `(dont|do not|didnt|no) (want|need|wanna) to (talk|speak|chat) (to|with) ... ${agent}`,
    `(cabe|para|por|pra|per|for) (una|uma|1|one|a|cada) (persona|pessoa|person)`,
    'real person (size|model|photo*)',
    'cabello humano',
    'cabelo humano',
    'pelo humano',
    'human hair',
  ],
  says: {
    es: [
      `(hablar|platicar|chatear|comunicar*|conversar|contactar*|contactarme|tratar) (directamente )?con (un |una |algun |alguna |el |la |su |sus |otro |otra )?(buen )?${asesor}`,
      `(pasame|paseme|comuniqueme|comunicame|comunicarme|comuniquenme|conectame|transfiereme|transferirme|derivame|derivenme|pasenme|ponme|pongame|quiero|necesito|quisiera|solicito|requiero|deseo) (a |con |que me atienda |hablar con )?(un |una |algun |alguna |el |la )?(asesor|asesora|agente|ejecutivo|ejecutiva|representante|operador|operadora|humano|humana|persona real|persona de verdad|persona humana|ser humano)`,
      'que me (atienda|llame|conteste|responda|contacte|ayude|escriba) (un|una|alguien|algun|alguna) (humano|humana|persona|asesor|asesora|real|de verdad|agente|ejecutivo|representante)*',
      '(atienda|atender|conteste|contestar|ayude|ayudar|responda|responder|llame|llamar|comunique|contacte) (una persona|un humano|una persona real|alguien real|alguien de verdad|un asesor|una asesora|un agente|un ejecutivo|alguien humano)',
      '(una|algun|un|alguna) (persona|ser|agente|asesor|alguien) (real|de verdad|humano|humana|de carne y hueso)',
      '(no quiero|odio|basta de|ya no quiero|no mas|dejen de|harto de|harta de) ... (bot|bots|robot|robots|maquina|maquinas|contestadora|ia|inteligencia artificial|respuestas automaticas|mensajes automaticos)',
      '(hay|esta|existe) (alguien|algun humano|alguna persona) (ahi|real|que me (pueda )?(ayud*|atiend*|atender))',
      'alguien (real|de verdad|humano) (que|por favor|ahi)',
      'atencion (humana|personalizada|personal)',
      '(me )?(pueden|puede|podrian|podria) (llamar|marcar) ... (telefono|celular|numero|por favor)',
      'asesor por favor',
      'agente por favor',
      'humano por favor',
    ],
    pt: [
      `(falar|conversar|tratar|falo|fala) (diretamente |logo )?com (um |uma |algum |alguma |o |a |outro |outra )?${atendente}`,
      '(quero|preciso|gostaria|queria|solicito|desejo|chama|chame|passa|passe|transfere|transfira|me passa|me passe|me transfere|me transfira) (de |do |pra |para |com |pro |pra um |para um |falar com )?(um |uma |o |a |algum |alguma )?(atendente|humano|humana|atendimento humano|pessoa de verdade|pessoa real|ser humano|operador|operadora|atendimento pessoal)',
      '(que )?(alguem|uma pessoa|um humano|um atendente|uma atendente) (me )?(atenda|ligue|liga|responda|responde|ajude|real|de verdade)',
      '(pessoa|gente|alguem|atendente|ser) (real|de verdade|humano|humana|de carne e osso)',
      '(nao quero|cansei|chega|odeio|cansado|cansada|nao aguento) ... (robo|robos|bot|bots|maquina|resposta automatica|respostas automaticas|mensagem automatica|mensagens automaticas)',
      'atendimento (humano|humanizado|pessoal)',
      '(tem|ha) (alguem|algum humano|algum atendente|alguma pessoa) (ai|real|de verdade|que (possa|me) *)',
      '(podem|pode|poderia|poderiam|da pra|tem como) (me )?(ligar|telefonar)',
      'atendente por favor',
      'humano por favor',
    ],
    en: [
      `(talk|speak|chat|talking|speaking|connect|connected|transfer|transferred|transfer me|connect me|put me through|get|reach|contact) (directly )?(to|with|me|ahold of|hold of|through to)? ?(to |with )?(a |an |some |another |any |your |the )?(real |actual |live |human )?${agent}`,
      '(need|want|get me|give me|prefer|can i get|could i get|may i have|i d like|id like|would like) (to have )?(a |an |the |some |any )?(real |actual |live )(human|person|agent|representative|rep|people)',
      '(need|want|get me|give me) (a |an )(human|agent|representative|rep)',
      '(real|actual|live) (human|person|human being|agent|rep|representative)',
      '(human|agent|representative|operator) please',
      '(not|stop|hate|no more|sick of|tired of|enough) ... (bot|bots|robot|robots|chatbot|automated|ai|machine)',
      'is (there )?(anyone|anybody|someone|a human|a person) (there|real|alive|reading|i can (talk|speak))',
      '(can|could) (someone|somebody|you|anyone) (please )?(call|phone|ring) me',
    ],
  },
};

/** The whole message is this, give or take a greeting. */
export const bareHumanRequests: ReadonlySet<string> = new Set([
  'asesor',
  'asesora',
  'agente',
  'humano',
  'persona',
  'ejecutivo',
  'ejecutiva',
  'representante',
  'operador',
  'operadora',
  'una persona',
  'un humano',
  'un asesor',
  'un agente',
  'atendente',
  'humana',
  'pessoa',
  'um atendente',
  'uma pessoa',
  'um humano',
  'human',
  'agent',
  'representative',
  'operator',
  'person',
  'a human',
  'a person',
  'an agent',
  'live agent',
  'live chat',
  'customer service',
  'real person',
  'persona real',
  'pessoa real',
]);

const jefe =
  '(supervisor|supervisora|gerente|gerencia|encargado|encargada|jefe|jefa|superior|dueno|duena|responsable|directivo|alguien superior|alguien con autoridad|alguien que decida)';
const chefe =
  '(supervisor|supervisora|gerente|gerencia|encarregado|encarregada|chefe|superior|superiores|dono|dona|responsavel|diretor|diretora|alguem superior|coordenador|coordenadora)';
const boss =
  '(supervisor|manager|boss|superior|owner|someone in charge|somebody in charge|someone higher up|someone above|higher up|higher ups|management|team lead|person in charge)';

export const escalationRequest: Rule = {
  harmless: [
    `(soy|sou|como|im|i am|regalo para mi|regalo para el|presente para meu|presente pro meu|gift for my) (el |la |o |a |the )?(${jefe.slice(1)}`,
    '(parte|talla|tamano|tamanho|version|versao|membro|calidad|qualidade) superior',
  ],
  says: {
    es: [
      `(hablar|platicar|comunicar*|contactar*|conversar|chatear) (directamente )?con (el |la |un |una |su |tu |algun |alguna |los |las |ese |otro |otra )?${jefe}`,
      `(pasame|paseme|pasenme|comunicame|comuniqueme|quiero|exijo|necesito|solicito|llamen|llama|llame|pongame|transfiereme|derivenme|escalen|escalar|escala|escale) (a |con |al |hablar con |que venga |que me llame |este caso al |esto al |esto a |esto con |mi caso al |mi caso a |mi caso con )?(el |la |un |una |su |tu |mi )?(supervisor|supervisora|gerente|encargado|encargada|jefe|superior|nivel superior)`,
      `que me (llame|atienda|contacte|conteste|responda) (el|la|un|una|su) ${jefe}`,
      '(escalen|escalar|escala|escale|eleven|elevar) (esto|este caso|mi caso|el caso|mi reclamo|el reclamo|la queja|mi queja|este tema)',
    ],
    pt: [
      `(falar|conversar|tratar) (diretamente |logo )?com (o |a |um |uma |seu |sua |algum |alguma )?${chefe}`,
      `(me passa|me passe|passa|passe|chama|chame|quero|exijo|preciso|solicito|transfere|transfira) (pro |para |pra |para o |para a |pra o |o |a |um |uma |com o |seu |sua |falar com o |falar com a |do |de um )?(seu |sua )?(supervisor|supervisora|gerente|chefe|superior)`,
      '(escalar|escalem|escale|escalonar|encaminhar|encaminhem|elevar) (isso|este caso|esse caso|meu caso|o caso|minha reclamacao) ... (supervisor|superior|gerente|gerencia|chefe|diretoria)',
    ],
    en: [
      `(talk|speak|chat|connect|escalate|escalated|transfer|complain|put me through|get|get me|want|need|contact|email|find|call|demand) (this |it |me |my case |my complaint )?(to see |directly )?(to |with |for )?(a |an |the |your |ur )?(store |shift |floor |general )?${boss}`,
      '(escalate|escalating) (this|it|my (case|complaint|issue|ticket))',
      '(supervisor|manager) (please|now)',
    ],
  },
};
