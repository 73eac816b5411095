/** Which attributes of an item a question is about, whatever language the seller wrote them in. */
import type { AnsweredLanguage } from '../domain/language.ts';
import { fold, spaced } from './text.ts';

type Topic = {
  /** The attribute's name as sellers write it (folded words that stand in the key). */
  readonly keys: readonly string[];
  /** How buyers ask for it (folded phrases of whole words). */
  readonly asked: readonly string[];
  readonly label: Readonly<Record<AnsweredLanguage, string>>;
};

const topics: readonly Topic[] = [
  {
    keys: ['material', 'fabric', 'tela', 'tecido', 'composition', 'composicion', 'composicao'],
    asked: ['material', 'tela', 'tecido', 'fabric', 'composicion', 'composicao', 'made of', 'de que es', 'de que esta hecho', 'de que esta hecha', 'de que e feito', 'de que e feita', 'feito de que', 'hecho de'],
    label: { es: 'material', pt: 'material', en: 'material' },
  },
  {
    keys: ['dimensions', 'dimension', 'dimensiones', 'medidas', 'dimensoes', 'measurements', 'size', 'talla', 'talle', 'tamano', 'tamanho', 'width', 'height', 'length', 'depth', 'ancho', 'alto', 'largo', 'altura', 'largura', 'comprimento', 'diameter', 'diametro'],
    asked: ['medidas', 'medida', 'mide', 'miden', 'dimensiones', 'dimensoes', 'dimensions', 'measurements', 'how big', 'how tall', 'how wide', 'how long is', 'tamano', 'tamanho', 'ancho', 'alto', 'altura', 'largura', 'comprimento', 'diametro', 'diameter', 'mede', 'medem', 'what size is', 'cm'],
    label: { es: 'medidas', pt: 'medidas', en: 'measurements' },
  },
  {
    keys: ['weight', 'peso'],
    asked: ['peso', 'pesa', 'pesan', 'weight', 'weigh', 'weighs', 'heavy', 'pesado', 'pesada'],
    label: { es: 'peso', pt: 'peso', en: 'weight' },
  },
  {
    keys: ['colour', 'color', 'cor', 'colores', 'cores'],
    asked: ['color', 'colores', 'colour', 'colors', 'colours', 'cor', 'cores'],
    label: { es: 'color', pt: 'cor', en: 'color' },
  },
  { keys: ['brand', 'marca'], asked: ['marca', 'brand'], label: { es: 'marca', pt: 'marca', en: 'brand' } },
  { keys: ['model', 'modelo'], asked: ['modelo', 'model'], label: { es: 'modelo', pt: 'modelo', en: 'model' } },
  {
    keys: ['warranty', 'garantia', 'guarantee'],
    asked: ['garantia', 'warranty', 'guarantee', 'guaranteed'],
    label: { es: 'garantía', pt: 'garantia', en: 'warranty' },
  },
  {
    keys: ['voltage', 'voltaje', 'voltagem', 'tension', 'tensao'],
    asked: ['voltaje', 'voltagem', 'voltage', 'volts', 'bivolt', 'v', '110', '220', '127', '110v', '220v', '127v'],
    label: { es: 'voltaje', pt: 'voltagem', en: 'voltage' },
  },
  {
    keys: ['power', 'potencia', 'wattage'],
    asked: ['potencia', 'power', 'watts', 'watt', 'wattage'],
    label: { es: 'potencia', pt: 'potência', en: 'power' },
  },
  {
    keys: ['battery', 'bateria', 'autonomia'],
    asked: ['bateria', 'battery', 'autonomia', 'dura la carga', 'pilas', 'pilhas', 'batteries'],
    label: { es: 'batería', pt: 'bateria', en: 'battery' },
  },
  {
    keys: ['capacity', 'capacidad', 'capacidade', 'volume', 'storage', 'memory', 'memoria', 'almacenamiento', 'armazenamento'],
    asked: ['capacidad', 'capacidade', 'capacity', 'litros', 'liters', 'how much does it hold', 'gb', 'memoria', 'almacenamiento', 'armazenamento', 'storage'],
    label: { es: 'capacidad', pt: 'capacidade', en: 'capacity' },
  },
  {
    keys: ['compatibility', 'compatible', 'compatibilidad', 'compatibilidade', 'compativel', 'fits'],
    asked: ['compatible', 'compatibles', 'compativel', 'sirve para', 'sirve con', 'serve para', 'serve no', 'serve na', 'serve em', 'funciona con', 'funciona com', 'work with', 'works with', 'fit', 'fits', 'compatibilidad'],
    label: { es: 'compatibilidad', pt: 'compatibilidade', en: 'compatibility' },
  },
  {
    keys: ['care', 'washing', 'lavado', 'lavagem', 'cuidados', 'cuidado'],
    asked: ['lavar', 'lavado', 'lavadora', 'lavavajillas', 'lava loucas', 'wash', 'washable', 'washing', 'dishwasher', 'cuidados', 'planchar', 'secadora'],
    label: { es: 'cuidados', pt: 'cuidados', en: 'care' },
  },
  {
    keys: ['origin', 'origen', 'origem', 'country', 'pais', 'made', 'hecho', 'fabricado'],
    asked: ['made in', 'hecho en', 'fabricado', 'fabricada', 'feito no', 'feito na', 'feito em', 'origen', 'origem', 'de donde viene', 'where is it made', 'where is it from', 'nacional', 'importado', 'importada'],
    label: { es: 'origen', pt: 'origem', en: 'origin' },
  },
  {
    keys: ['waterproof', 'water', 'agua', 'impermeable', 'resistencia', 'resistance'],
    asked: ['agua', 'waterproof', 'water resistant', 'impermeable', 'sumergible', 'lluvia', 'chuva', 'rain', 'impermeavel'],
    label: { es: 'resistencia al agua', pt: 'resistência à água', en: 'water resistance' },
  },
  {
    keys: ['contents', 'contenido', 'conteudo', 'includes', 'incluye', 'inclui', 'box', 'accessories', 'accesorios', 'acessorios'],
    asked: ['incluye', 'incluido', 'incluida', 'inclui', 'vem com', 'vem junto', 'viene con', 'trae', 'include', 'includes', 'included', 'come with', 'comes with', 'in the box', 'acompanha', 'cargador', 'carregador', 'charger'],
    label: { es: 'contenido', pt: 'conteúdo', en: 'contents' },
  },
  {
    keys: ['condition', 'condicion', 'condicao', 'estado'],
    asked: ['nuevo', 'nueva', 'usado', 'usada', 'novo', 'nova', 'new', 'used', 'refurbished', 'reacondicionado', 'seminovo'],
    label: { es: 'condición', pt: 'condição', en: 'condition' },
  },
  {
    keys: ['authenticity', 'original', 'originalidad', 'autenticidade'],
    asked: ['original', 'originales', 'originais', 'authentic', 'autentico', 'replica', 'genuine', 'legit'],
    label: { es: 'autenticidad', pt: 'autenticidade', en: 'authenticity' },
  },
  {
    keys: ['age', 'edad', 'idade'],
    asked: ['edad', 'anos', 'idade', 'age', 'ages', 'year old', 'que edad'],
    label: { es: 'edad recomendada', pt: 'idade recomendada', en: 'recommended age' },
  },
  {
    keys: ['connectivity', 'conectividad', 'conectividade', 'connection', 'conexion', 'conexao', 'connector', 'conector', 'ports', 'bluetooth', 'wifi', 'usb'],
    asked: ['bluetooth', 'wifi', 'wi fi', 'usb', 'hdmi', 'conector', 'connector', 'conexion', 'conexao', 'inalambrico', 'sem fio', 'wireless'],
    label: { es: 'conexión', pt: 'conexão', en: 'connection' },
  },
  {
    keys: ['delivery', 'entrega', 'lead', 'handling', 'shipping', 'envio', 'dispatch', 'despacho', 'prazo', 'plazo'],
    asked: ['cuanto tarda', 'cuanto demora', 'en cuanto tiempo', 'tiempo de entrega', 'cuando llega', 'cuando llegaria', 'plazo de entrega', 'quanto tempo', 'prazo de entrega', 'prazo', 'demora quanto', 'chega quando', 'quando chega', 'how long does shipping', 'how long to ship', 'how long does it take', 'delivery time', 'when will it arrive', 'how fast', 'how soon'],
    label: { es: 'entrega', pt: 'entrega', en: 'delivery' },
  },
];

/** A word of the question that is too common to point at a value. */
const shortestValue = 4;

export type NamedAttribute = { readonly key: string; readonly label: string; readonly value: string };

const keyWords = (key: string): readonly string[] => fold(key.replace(/([a-z])([A-Z])/g, '$1 $2')).split(/[^\p{L}\p{N}]+/u);

const topicOf = (key: string): Topic | undefined => topics.find((topic) => keyWords(key).some((word) => topic.keys.includes(word)));

const plainLabel = (key: string): string => keyWords(key).join(' ').trim();

/** A compound key ("battery life", "frame material") says more than its topic: it keeps its own words. */
const labelOf = (key: string, language: AnsweredLanguage): string => {
  const topic = topicOf(key);
  return topic !== undefined && keyWords(key).length === 1 && !['width', 'height', 'length', 'depth', 'ancho', 'alto', 'largo', 'altura', 'largura', 'comprimento'].includes(fold(key))
    ? topic.label[language]
    : plainLabel(key);
};

/** The attributes that the buyer's words ask for, in the item's order. */
export const attributesAsked = (
  attributes: Readonly<Record<string, string>>,
  text: string,
  language: AnsweredLanguage,
): readonly NamedAttribute[] => {
  const searched = spaced(text);
  const saysOne = (phrases: readonly string[]): boolean => phrases.some((phrase) => searched.includes(` ${phrase} `));
  return Object.entries(attributes)
    .filter(([key, value]) => {
      const plain = plainLabel(key);
      const spacedValue = spaced(value);
      return (
        saysOne(topicOf(key)?.asked ?? []) ||
        (plain.length >= shortestValue && searched.includes(` ${plain} `)) ||
        (spacedValue.trim().length >= shortestValue && searched.includes(spacedValue))
      );
    })
    .map(([key, value]) => ({ key, value, label: labelOf(key, language) }));
};
