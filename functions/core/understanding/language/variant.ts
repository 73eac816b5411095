/** Which country's Spanish a buyer writes, guessed from words that are at home in one country; Brazil and the US are where our buyers of the other two live. */
import type { LanguageCode } from '../../domain/language.ts';

/** Words of one country alone, and words that are only commoner there; plain, parted by commas. */
type Words = { readonly sure: string; readonly likely: string };

const cues: Readonly<Record<string, Words>> = {
  'es-MX': {
    sure: 'ahorita,orale,guey,wey,chido,chida,padrisimo,padrisima,que padre,neta,platicar,oxxo,spei,clabe,curp,rfc,profeco,cdmx,monterrey,guadalajara,no manches,no mames,no mamen,pinche,pinches,chingada,chingado,chinguen,chinga,chingaderas,pendejo,pendejos,pendejada,meses sin intereses,msi,ocupo,mande,estafeta,buen fin,pesos mexicanos,mxn,quiubole,tianguis,coppel,cfdi,sat,regreseme,regresenme,regresarlo,queretaro,puebla,tijuana,jalisco,ine,chafa,mugre,nomas,a poco,ni modo,dizque,quincena,buro',
    likely:
      'gracias de antemano,paqueteria,checar,cheque,chequen,me marquen,marquenme,apenas,regresar,playera,tenis,disculpe la molestia,ando,laptop,hasta la madre,factura electronica,talla,colonia,celular,oigan,mi pedido por favor,facturar,depositar,deposito',
  },
  'es-AR': {
    sure: 'vos,tenes,podes,queres,sos,mandame,decime,avisame,fijate,che,boludo,boluda,boludos,pelotudo,pelotudos,laburo,laburar,guita,andreani,oca,correo argentino,cuit,cuil,cbu,monotributo,monotributista,afip,caba,rosario,cordoba capital,factura a,factura b,factura c,remera,remeras,zapatillas,pibe,posta,re mal,re bien,re bueno,haces,hacen envios,decis,venis,contame,pasame,haceme,escribime,respondeme,colectivo,heladera,forros,chorros,trucho,truchos,joya,campera,buzo,celu,bancame,laburando,quilombo,garpar,nafta,pava,bombacha,mayorista,banda negativa,necesitas vos,mendoza,mar del plata,conurbano,provincia de buenos aires',
    likely:
      'plata,cuotas,aca,recien,retiro,retirar,consulta,talle,talles,dale,barbaro,acreditar,acreditan,local,anda,andaba,envio a domicilio',
  },
  'es-CO': {
    sure: 'parce,parcero,parcera,bacano,bacana,chevere,que pena con usted,que pena con ustedes,que pena,me regala,regaleme,me regalas,sumerce,gonorrea,malparido,malparidos,hijueputa,hijueputas,nequi,daviplata,servientrega,interrapidisimo,inter rapidisimo,coordinadora,envia colvanes,pse,cedula,nit,bogota,medellin,cali,barranquilla,bucaramanga,cartagena,domicilio,domiciliario,efecty,bancolombia,addi,contraentrega,listo pues,hagame el favor,de una,la sic,ante la sic,dian,a la orden,juepucha,mamera,que mamera,berraco,verraco,quihubo,q hubo,vereda,finca,sumerce,preguntica,ahi mismo,veci,vecina,trasportadora,portatil,abono',
    likely:
      'muy amable,su merced,factura de venta,me colabora,colaborar,colaboreme,transportadora,plata,cordial saludo,quedo atenta,quedo atento,agradezco,celular,apto,conjunto,radicado,pqr',
  },
  'es-CL': {
    sure: 'po,cachai,weon,weones,wea,fome,bacan,al tiro,altiro,luca,lucas,chilexpress,starken,blue express,bluexpress,correos de chile,rut,sernac,boleta,comuna,region metropolitana,conchetumare,ctm,culiao,culiaos,qlo,qlos,webpay,transbank,falabella,ripley,hites,polera,poleras,cuenta rut,chucha,pucha,penca,si po,no po,ya po,poh,queri,podis,wn,estai,filo,fono,conserjeria,nunoa,providencia,maipu,vina del mar,concepcion,antofagasta,temuco,rancagua,pololo,pololea,guagua,zapatilla,retracto,sii,cyberday,depto,chiquillos,ojala po,altoke,tincada,harto rato',
    likely:
      'despacho,despachan,despacharon,despachen,retiro en tienda,cuanto sale,transferencia,harto,harta,estimados,junto con saludar,quedo atenta,quedo atento,pagina,chaqueta,encomienda,oye',
  },
};

/** Words of Portugal and of Britain: then no guess is made. */
const elsewhere: Readonly<Record<string, string>> = {
  pt: 'telemovel,morada,autocarro,equipa,encomendei,portes,multibanco,mb way,ctt,estou a ver,estou a tentar,estou a espera,nif,contribuinte,euros,lisboa,porto,gostava de saber,a vossa,convosco',
  en: 'royal mail,postcode,pounds,quid,whilst,parcel force,hermes,evri,australia post,canada post,favourite,colour,cheers mate,vat,london,uk,gst,inr,rupees',
};
const homes: Readonly<Record<string, string>> = { pt: 'pt-BR', en: 'en-US' };

type Cue = { readonly variant: string; readonly worth: number };
const sure = 2;
const likely = 1;
const longestCue = 4;

/** What speaks for which country, by its words; and the words that begin a cue of several. */
type Cues = { readonly byWords: ReadonlyMap<string, readonly Cue[]>; readonly begins: ReadonlySet<string> };

let filed: Cues | null = null;

/** Filed when a first text asks, not while a process starts. */
const filedCues = (): Cues => {
  if (filed !== null) return filed;
  const byWords = new Map<string, Cue[]>();
  const begins = new Set<string>();
  const put = (list: string, variant: string, worth: number): void => {
    for (const words of list.split(',')) {
      byWords.set(words, [...(byWords.get(words) ?? []), { variant, worth }]);
      if (words.includes(' ')) begins.add(words.split(' ')[0] ?? '');
    }
  };
  for (const [variant, words] of Object.entries(cues)) {
    put(words.sure, variant, sure);
    put(words.likely, variant, likely);
  }
  for (const [language, words] of Object.entries(elsewhere)) put(words, language, sure);
  filed = { byWords, begins };
  return filed;
};

/** How much speaks for each country. */
const worths = (text: string): Map<string, number> => {
  const { byWords, begins } = filedCues();
  const words = text.split(' ').filter((word) => word !== '');
  const found = new Map<string, number>();
  words.forEach((word, at) => {
    const longest = begins.has(word) ? longestCue : 1;
    for (let length = 1; length <= longest; length += 1) {
      for (const { variant, worth } of byWords.get(words.slice(at, at + length).join(' ')) ?? []) {
        found.set(variant, (found.get(variant) ?? 0) + worth);
      }
    }
  });
  return found;
};

/**
 * A guess such as `es-MX`, or null where nothing tells.
 *
 * @param text as `ruleText` leaves it
 */
export const variantOf = (language: LanguageCode, text: string): string | null => {
  const home = homes[language];
  if (home === undefined && language !== 'es') return null;
  const found = worths(text);
  if (home !== undefined) return found.has(language) ? null : home;
  const [best, next] = Object.keys(cues)
    .map((variant) => ({ variant, worth: found.get(variant) ?? 0 }))
    .sort((one, other) => other.worth - one.worth);
  if (best === undefined || best.worth < sure || best.worth === next?.worth) return null;
  return best.variant;
};
