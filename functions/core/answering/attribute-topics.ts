/** What attributes of items are called, by sellers and by buyers, in the three languages. */
import type { AnsweredLanguage } from '../domain/language.ts';
import { phrases } from './text.ts';

export type Topic = {
  /** The attribute's name as sellers write it (folded words that stand in the key). */
  readonly keys: readonly string[];
  /** How buyers ask for it (folded phrases of whole words). */
  readonly asked: readonly string[];
  readonly label: Readonly<Record<AnsweredLanguage, string>>;
};

const anyMeasure =
  'medidas, medida, mide, miden, dimensiones, dimensoes, dimensions, measurements, how big, tamano, tamanho, mede, medem, what size is, cm';

export const topics: readonly Topic[] = [
  {
    keys: phrases('material, fabric, tela, tecido, composition, composicion, composicao'),
    asked: phrases(`
      material, tela, tecido, fabric, composicion, composicao, made of, de que es, de que esta hecho, de
      que esta hecha, de que e feito, de que e feita, feito de que, hecho de`),
    label: { es: 'material', pt: 'material', en: 'material' },
  },
  {
    keys: phrases(
      'dimensions, dimension, dimensiones, medidas, dimensoes, measurements, size, talla, talle, tamano, tamanho, diameter, diametro',
    ),
    asked: phrases(`${anyMeasure}, ancho, alto, altura, largura, comprimento, diametro, diameter`),
    label: { es: 'medidas', pt: 'medidas', en: 'measurements' },
  },
  {
    keys: ['width', 'ancho', 'largura'],
    asked: phrases(`${anyMeasure}, ancho, ancha, largura, wide, width`),
    label: { es: 'ancho', pt: 'largura', en: 'width' },
  },
  {
    keys: ['height', 'alto', 'altura'],
    asked: phrases(`${anyMeasure}, alto, alta, altura, tall, height`),
    label: { es: 'alto', pt: 'altura', en: 'height' },
  },
  {
    keys: ['length', 'largo', 'comprimento'],
    asked: phrases(`${anyMeasure}, largo, larga, comprimento, long is, length`),
    label: { es: 'largo', pt: 'comprimento', en: 'length' },
  },
  {
    keys: ['depth', 'profundidad', 'profundidade', 'fondo'],
    asked: phrases(`${anyMeasure}, profundidad, profundidade, fondo, deep, depth`),
    label: { es: 'profundidad', pt: 'profundidade', en: 'depth' },
  },
  {
    keys: ['weight', 'peso'],
    asked: phrases('peso, pesa, pesan, weight, weigh, weighs, heavy, pesado, pesada, cuanto pesa'),
    label: { es: 'peso', pt: 'peso', en: 'weight' },
  },
  {
    keys: phrases('colour, color, cor, colores, cores'),
    asked: phrases('color, colores, colour, colors, colours, cor, cores'),
    label: { es: 'color', pt: 'cor', en: 'color' },
  },
  { keys: ['brand', 'marca'], asked: ['marca', 'brand'], label: { es: 'marca', pt: 'marca', en: 'brand' } },
  {
    keys: ['model', 'modelo'],
    asked: ['modelo', 'model'],
    label: { es: 'modelo', pt: 'modelo', en: 'model' },
  },
  {
    keys: ['warranty', 'garantia', 'guarantee'],
    asked: ['garantia', 'warranty', 'guarantee', 'guaranteed'],
    label: { es: 'garantía', pt: 'garantia', en: 'warranty' },
  },
  {
    keys: phrases('voltage, voltaje, voltagem, tension, tensao'),
    asked: phrases('voltaje, voltagem, voltage, volts, bivolt, v, 110, 220, 127, 110v, 220v, 127v'),
    label: { es: 'voltaje', pt: 'voltagem', en: 'voltage' },
  },
  {
    keys: ['power', 'potencia', 'wattage'],
    asked: phrases('potencia, power, watts, watt, wattage, w'),
    label: { es: 'potencia', pt: 'potência', en: 'power' },
  },
  {
    keys: ['battery', 'bateria', 'autonomia'],
    asked: phrases(`
      bateria, battery, autonomia, dura la carga, pila, pilas, pilha, pilhas, batteries, on a charge, per charge,
      cuanto dura, quanto dura, cuanto duran, long do they last, long does it last, long do the, horas de uso, dura encendido, dura ligado, aguanta encendido, charge last`),
    label: { es: 'batería', pt: 'bateria', en: 'battery' },
  },
  {
    keys: phrases(`
      capacity, capacidad, capacidade, volume, storage, memory, memoria, almacenamiento, armazenamento`),
    asked: phrases(`
      capacidad, capacidade, capacity, litros, liters, how much does it hold, gb, memoria, almacenamiento,
      armazenamento, storage`),
    label: { es: 'capacidad', pt: 'capacidade', en: 'capacity' },
  },
  {
    keys: phrases('compatibility, compatible, compatibilidad, compatibilidade, compativel, fits'),
    asked: phrases(`
      compatible, compatibles, compativel, sirve para, sirve con, serve para, serve no, serve na, serve
      em, funciona con, funciona com, work with, works with, fit, fits, compatibilidad`),
    label: { es: 'compatibilidad', pt: 'compatibilidade', en: 'compatibility' },
  },
  {
    keys: phrases('care, washing, lavado, lavagem, cuidados, cuidado'),
    asked: phrases(`
      lavar, lavado, lavadora, lavavajillas, lava loucas, wash, washable, washing, dishwasher, cuidados,
      planchar, secadora`),
    label: { es: 'cuidados', pt: 'cuidados', en: 'care' },
  },
  {
    keys: phrases('origin, origen, origem, country, pais, made, hecho, fabricado'),
    asked: phrases(`
      made in, hecho en, fabricado, fabricada, feito no, feito na, feito em, origen, origem, de donde
      viene, where is it made, where is it from, nacional, importado, importada`),
    label: { es: 'origen', pt: 'origem', en: 'origin' },
  },
  {
    keys: phrases('waterproof, water, agua, impermeable, impermeavel'),
    asked: phrases(`
      agua, waterproof, water resistant, impermeable, sumergible, lluvia, chuva, rain, impermeavel, nadar, nado,
      piscina, alberca, pileta, mar, molhar, mojar, moja, molha, banho, ducha, chuveiro, swim, swimming, pool,
      shower, sweat, sudor, suor, wet, ao molhar, prova d agua, a prova de agua`),
    label: { es: 'resistencia al agua', pt: 'resistência à água', en: 'water resistance' },
  },
  {
    keys: phrases(`
      contents, contenido, conteudo, includes, incluye, inclui, box, accessories, accesorios, acessorios`),
    asked: phrases(`
      incluye, incluido, incluida, inclui, vem com, vem junto, viene con, trae, include, includes,
      included, come with, comes with, in the box, acompanha, cargador, carregador, charger`),
    label: { es: 'contenido', pt: 'conteúdo', en: 'contents' },
  },
  {
    keys: ['condition', 'condicion', 'condicao', 'estado'],
    asked: phrases(`
      nuevo, nueva, usado, usada, novo, nova, new, used, refurbished, reacondicionado, seminovo`),
    label: { es: 'condición', pt: 'condição', en: 'condition' },
  },
  {
    keys: ['authenticity', 'original', 'originalidad', 'autenticidade'],
    asked: phrases('original, originales, originais, authentic, autentico, replica, genuine, legit'),
    label: { es: 'autenticidad', pt: 'autenticidade', en: 'authenticity' },
  },
  {
    keys: phrases('suportado, suportada, soportado, soportada, carga, load, capacity, peso, maximo, maximum'),
    asked: phrases(`
      aguanta un, aguanta una, aguanta uma, aguanta um, aguenta, aguenta uma, soporta, suporta, cuanto aguanta, quanto aguenta, hold up to, support
      weight, how much weight, can it hold, carga maxima, peso maximo`),
    label: { es: 'carga', pt: 'carga', en: 'load' },
  },
  {
    keys: phrases('pocket, bolsillo, profundidad, profundidade, bolso, depth'),
    asked: phrases('pockets, pocket, how deep, inches tall, inches thick, mattress, colchon, colchao'),
    label: { es: 'profundidad', pt: 'profundidade', en: 'depth' },
  },
  {
    keys: phrases('notebook, laptop, sleeve'),
    asked: phrases('notebook, laptop, computadora, computador, portatil, lap'),
    label: { es: 'para notebook', pt: 'para notebook', en: 'laptop' },
  },
  {
    keys: phrases('temperature, temperatura'),
    asked: phrases('temperatura, temperature, grados, graus, degrees, corta sola, que calor'),
    label: { es: 'temperatura', pt: 'temperatura', en: 'temperature' },
  },
  {
    keys: ['age', 'edad', 'idade'],
    asked: phrases('edad, anos, idade, age, ages, year old, que edad'),
    label: { es: 'edad recomendada', pt: 'idade recomendada', en: 'recommended age' },
  },
  {
    keys: phrases(`
      connectivity, conectividad, conectividade, connection, conexion, conexao, connector, conector,
      ports, bluetooth, wifi, usb`),
    asked: phrases(`
      bluetooth, wifi, wi fi, usb, hdmi, conector, connector, conexion, conexao, inalambrico, sem fio,
      wireless`),
    label: { es: 'conexión', pt: 'conexão', en: 'connection' },
  },
  {
    keys: phrases(`
      delivery, entrega, lead, handling, shipping, envio, dispatch, despacho, prazo, plazo`),
    asked: phrases(`
      cuanto tarda, cuanto demora, en cuanto tiempo, tiempo de entrega, cuando llega, cuando llegaria,
      plazo de entrega, quanto tempo, prazo de entrega, prazo, demora quanto, chega quando, quando chega,
      how long does shipping, how long to ship, how long does it take, delivery time, when will it arrive,
      how fast, how soon`),
    label: { es: 'entrega', pt: 'entrega', en: 'delivery' },
  },
];
