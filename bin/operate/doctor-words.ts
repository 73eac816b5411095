/** The words of `npm run doctor` in the languages of the seller's people. `{at}` is a moment, `{connect}` a command. */
import type { DeskLocale } from './desk-words.ts';
import type { Check, Finding, Step } from './diagnose.ts';

type Words = {
  readonly nothing: string;
  readonly steps: Readonly<Record<Step, string>>;
  readonly verdicts: Readonly<Record<Check['verdict'], string>>;
  readonly findings: Readonly<Record<Finding, string>>;
};

export const doctorWords: Readonly<Record<DeskLocale, Words>> = {
  'zh-CN': {
    nothing: '还没有连接任何账号。',
    steps: { authorisation: '授权', notifications: '通知', pull: '主动拉取', answer: '最近一次回复' },
    verdicts: { good: '正常', look: '请留意', bad: '有问题' },
    findings: {
      'not-connected': '没有保存任何凭证：请运行 {connect}',
      'by-secret': '店铺用签名密钥连接，不会过期',
      'token-works': '平台接受我们的令牌，有效期至 {at}，到期前会自动更新',
      'token-lost': '平台已不再接受我们的授权，买家得不到回复：请卖家重新授权，运行 {connect}',
      'token-ended':
        '令牌已于 {at} 过期，还没有换到新的：请查看 refresh-access 的日志；十分钟后仍如此，请运行 {connect}',
      'token-refused': '平台拒绝了仍在有效期内的令牌：系统会自动换新；十分钟后仍如此，请运行 {connect}',
      'platform-silent': '平台没有应答，无法确认授权：请稍后再试',
      heard: '最近一条买家消息于 {at} 收到',
      'never-heard': '近七天没有收到买家消息：如果其间有买家来信，请检查平台上填写的回调地址 {webhook}',
      'not-told':
        '{at} 发现平台有消息没有通知我们：请在平台的应用设置中检查回调地址 {webhook} 和通知主题是否开启',
      'no-pull-needed': '不需要：店铺会直接把消息发给我们',
      pulled: '所有主题最近一次检查于 {at}',
      'pull-late': '自 {at} 起有主题没有检查成功：请查看 catch-up 的日志',
      'never-pulled': '还没有检查过：每十分钟检查一次，请稍候再看',
      answered: '最近一条回复于 {at} 送达',
      'never-answered': '近七天没有送出回复',
      waits: '{at} 的买家消息还没有回复：请用 npm run inbox 查看是否在等客服',
    },
  },
  en: {
    nothing: 'No account is connected yet.',
    steps: {
      authorisation: 'authorisation',
      notifications: 'notifications',
      pull: 'pull',
      answer: 'last answer',
    },
    verdicts: { good: 'good', look: 'take a look', bad: 'wrong' },
    findings: {
      'not-connected': 'nothing is stored to call it with: run {connect}',
      'by-secret': 'the shop is connected by a signing secret, which does not end',
      'token-works': 'the platform takes our token; it works until {at} and is renewed before',
      'token-lost':
        'the platform no longer accepts us, and buyers get no answer: the seller must authorise again, run {connect}',
      'token-ended':
        'the token ended at {at} and no new one has come: look into the log of refresh-access; if it is still so in ten minutes, run {connect}',
      'token-refused':
        'the platform refuses a token that should still work: it is being renewed; if it is still so in ten minutes, run {connect}',
      'platform-silent':
        'the platform does not answer, so the authorisation cannot be checked: try again later',
      heard: 'a buyer was last heard at {at}',
      'never-heard':
        'no buyer was heard in seven days: if buyers have written, check the callback address at the platform: {webhook}',
      'not-told':
        'at {at} we found something that the platform had not told us: check the callback address {webhook} and that the topics are on, in the settings of the application there',
      'no-pull-needed': 'not needed: the shop sends us every message itself',
      pulled: 'all topics were last looked at at {at}',
      'pull-late': 'a topic has not been looked at since {at}: look into the log of catch-up',
      'never-pulled': 'not looked at yet: it happens every ten minutes, look again then',
      answered: 'a reply last reached a buyer at {at}',
      'never-answered': 'no reply has gone out in seven days',
      waits: 'the buyer of {at} has no reply yet: npm run inbox shows whether a person is awaited',
    },
  },
  es: {
    nothing: 'Todavía no hay ninguna cuenta conectada.',
    steps: {
      authorisation: 'autorización',
      notifications: 'notificaciones',
      pull: 'consulta',
      answer: 'última respuesta',
    },
    verdicts: { good: 'bien', look: 'revisar', bad: 'mal' },
    findings: {
      'not-connected': 'no hay nada guardado para conectarse: ejecuta {connect}',
      'by-secret': 'la tienda está conectada con una clave de firma, que no vence',
      'token-works': 'la plataforma acepta nuestro token; vale hasta {at} y se renueva antes',
      'token-lost':
        'la plataforma ya no nos acepta y los compradores no reciben respuesta: el vendedor debe autorizar de nuevo, ejecuta {connect}',
      'token-ended':
        'el token venció el {at} y no llegó uno nuevo: revisa el registro de refresh-access; si sigue así en diez minutos, ejecuta {connect}',
      'token-refused':
        'la plataforma rechaza un token que aún debería valer: se está renovando; si sigue así en diez minutos, ejecuta {connect}',
      'platform-silent':
        'la plataforma no responde y no se puede comprobar la autorización: prueba más tarde',
      heard: 'el último mensaje de un comprador llegó el {at}',
      'never-heard':
        'en siete días no llegó ningún mensaje de un comprador: si han escrito, revisa la dirección de notificaciones en la plataforma: {webhook}',
      'not-told':
        'el {at} encontramos algo que la plataforma no nos había avisado: revisa la dirección {webhook} y que los tópicos estén activos en la configuración de la aplicación',
      'no-pull-needed': 'no hace falta: la tienda nos envía cada mensaje',
      pulled: 'todos los tópicos se consultaron por última vez el {at}',
      'pull-late': 'hay un tópico sin consultar desde el {at}: revisa el registro de catch-up',
      'never-pulled': 'todavía no se ha consultado: se hace cada diez minutos, vuelve a mirar luego',
      answered: 'la última respuesta llegó a un comprador el {at}',
      'never-answered': 'en siete días no ha salido ninguna respuesta',
      waits: 'el comprador del {at} aún no tiene respuesta: npm run inbox muestra si espera a una persona',
    },
  },
  'pt-BR': {
    nothing: 'Nenhuma conta está conectada ainda.',
    steps: {
      authorisation: 'autorização',
      notifications: 'notificações',
      pull: 'consulta',
      answer: 'última resposta',
    },
    verdicts: { good: 'certo', look: 'verifique', bad: 'errado' },
    findings: {
      'not-connected': 'não há nada salvo para a conexão: execute {connect}',
      'by-secret': 'a loja está conectada por uma chave de assinatura, que não vence',
      'token-works': 'a plataforma aceita nosso token; vale até {at} e é renovado antes',
      'token-lost':
        'a plataforma não nos aceita mais e os compradores ficam sem resposta: o vendedor precisa autorizar de novo, execute {connect}',
      'token-ended':
        'o token venceu em {at} e não veio um novo: veja o log de refresh-access; se continuar assim em dez minutos, execute {connect}',
      'token-refused':
        'a plataforma recusa um token que ainda deveria valer: ele está sendo renovado; se continuar assim em dez minutos, execute {connect}',
      'platform-silent': 'a plataforma não responde e não dá para conferir a autorização: tente mais tarde',
      heard: 'a última mensagem de um comprador chegou em {at}',
      'never-heard':
        'em sete dias não chegou mensagem de comprador: se escreveram, confira o endereço de notificações na plataforma: {webhook}',
      'not-told':
        'em {at} achamos algo que a plataforma não tinha avisado: confira o endereço {webhook} e se os tópicos estão ligados nas configurações do aplicativo',
      'no-pull-needed': 'não precisa: a loja nos envia cada mensagem',
      pulled: 'todos os tópicos foram consultados pela última vez em {at}',
      'pull-late': 'há um tópico sem consulta desde {at}: veja o log de catch-up',
      'never-pulled': 'ainda não foi consultado: acontece a cada dez minutos, olhe de novo depois',
      answered: 'a última resposta chegou a um comprador em {at}',
      'never-answered': 'nenhuma resposta saiu em sete dias',
      waits: 'o comprador de {at} ainda não tem resposta: npm run inbox mostra se espera uma pessoa',
    },
  },
};
