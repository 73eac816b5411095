/** Plain words that a model may use beside those of the facts, the articles and our own answers; folded, none of them a promise. */
import type { AnsweredLanguage } from '../domain/language.ts';

/** Words that bind a sentence together and claim nothing by themselves. */
export const bindingWords: Readonly<Record<AnsweredLanguage, string>> = {
  es: `a al algo alguna alguno algunas algunos ambas ambos ante antes apenas aqui aca asi aun aunque bajo bien cada casi como con cual cuales
    cualquier cualquiera cuando cuanto cuanta cuantos cuantas de del desde despues donde durante e el ella ellas ellos en entonces entre era
    eran es esa ese eso esas esos esta estan este esto estas estos fue fueron ha han hay hasta incluso la las le les lo los luego mas me
    menos mi mientras mismo misma mucho mucha muchos muchas muy nada ni ningun ninguna no nos nuestra nuestro nuestras nuestros o otra
    otro otras otros para pero poco poca por porque pues que quien se segun ser si sido sin sobre solo somos son soy su sus tal tambien
    tampoco tan tanto te tiene tienen tienes tenes todavia todo toda todos todas tras tu tus u un una unas unos usted ustedes va van vos y ya yo
    puede pueden puedes podes puedo podemos viene vienen trae traen lleva llevan sirve sirven queda quedan dentro fuera cerca lejos
    ademas excepto salvo ni claro exacto igual`,
  pt: `a ao aos as alem algo algum alguma alguns algumas ambas ambos antes apenas aqui ate bem cada com como contra cada da das de dela dele
    delas deles depois desde do dos durante e ela elas ele eles em enquanto entao entre era eram essa esse essas esses esta estao este isso isto
    eu foi foram ha ja la lhe mais mas me menos mesmo mesma meu minha muita muito muitas muitos na nas nao nem nenhum nenhuma no nos nossa
    nosso nossas nossos o os ou outra outro outras outros para pela pelas pelo pelos por porque pouca pouco qual quais qualquer quando quanto quanta
    quantos quantas que quem se segundo sem sempre ser seu sua seus suas sim so sobre somos sou sao tal tambem tanto te tem temos tendo toda
    todo todas todos tudo um uma umas uns vai vao vem voce voces pode podem posso podemos traz leva levam serve servem fica ficam dentro fora perto
    exceto claro exato igual inclusive ainda agora onde`,
  en: `a about after again all also although am an and any anyone are aren't as at be because been before below between both but by can cannot
    can't could did do does doesn't don't down during each either else enough even every few for from further get gets go goes had has hasn't have
    haven't here how however if in instead into is isn't it its it's just less like may maybe me might more most much must my need needs no nor
    not of off on once one ones only or other others our ours out over own per same she should since so some still such than that the their theirs
    them then there these they this those though through to too under until up upon us use used uses very was wasn't we were what when where
    whether which while who why will with within without would yes yet you your yours yourself re ve ll s t d m i
    comes come holds hold sure`,
};

/** Ordinary words of shops: what things are, and how a buyer is talked to. */
export const shopWords: Readonly<Record<AnsweredLanguage, string>> = {
  es: `hola gracias gusto favor disculpa perdon lamento lamentamos ayudar ayuda ayudarte duda pregunta consulta respuesta saber decir cuentame contame
    avisame escribeme escribenos revisar reviso confirmar encontrar encuentro buscar buscas ver mirar elegir eliges usar usa usan funciona funcionan
    medir mide miden pesa pesan dura duran cabe caben cuesta cuestan vale valen sale salen incluye incluyen hecho hecha color colores talla tallas talle talles
    numero tamano medida medidas modelo material tela producto productos articulo prenda par caja estuche bateria cable garantia precio envio tienda
    compra pedido opciones opcion disponible disponibles agotado agotada stock nuevo nueva grande chico chica pequeno mediano largo ancho alto corto suave fino grueso ligero
    comodo ideal perfecto recomendamos recomiendo conviene mejor facil lavar lavado lavalo secar planchar agua fria caliente jabon mano maquina interior exterior
    adulto adultos nino ninos mujer hombre casa uso dia dias noche lluvia frio calor verano invierno persona equipo companero momento informacion
    dato datos detalle detalles pagina publicacion figura aparece indica dice tenemos contamos manejamos ofrecemos vendemos aceptamos hacemos enviamos
    adicional completo completa parte piezas unidad unidades tipo marca linea serie
    pedir pide piden pides llega llegan paso pasamos comunico vamos existencias reingreso rebaja baja caliente corta carga llenar cuenta hoy paciencia fin semana
    dos tres cuatro cinco seis siete ocho nueve diez doce quince veinte treinta cuarenta cincuenta sesenta noventa`,
  pt: `oi ola obrigado obrigada prazer favor desculpe desculpa sinto muito infelizmente ajudar ajuda duvida pergunta resposta saber dizer conte conta avise
    escreva verificar confirmar encontrar encontrei procurar procura ver olhar escolher escolha usar usa usam funciona funcionam medir mede medem pesa pesam
    dura duram cabe cabem custa custam vale valem sai saem inclui incluem feito feita feitos cor cores tamanho tamanhos numero medida medidas modelo versao material tecido
    produto produtos artigo peca pecas par caixa estojo bateria cabo garantia preco frete loja compra pedido opcoes opcao disponivel disponiveis esgotado
    esgotada estoque novo nova grande pequeno medio longo largo alto curto macio fino grosso leve confortavel ideal perfeito recomendamos recomendo melhor facil
    lavar lavagem secar passar agua fria quente sabao mao maquina interno externo adulto adultos crianca criancas mulher homem casa uso dia dias noite
    chuva frio calor verao inverno pessoa equipe colega momento informacao dado dados detalhe detalhes pagina anuncio consta aparece indica diz
    trabalhamos oferecemos vendemos aceitamos fazemos enviamos adicional completo completa parte unidade unidades tipo marca linha serie piscina resiste aguenta
    pedir pede pedem vou vamos paciencia baixar chega chegam diante conta hoje reposicao fim semana respingos agora colchao
    dois duas tres quatro cinco seis sete oito nove dez doze quinze vinte trinta quarenta cinquenta sessenta noventa`,
  en: `hi hello thanks thank welcome please sorry help question answer know tell say see look check find choose pick choice wear wears fit fits works work
    measures measure weighs weigh lasts last costs cost includes include included made color colors size sizes number model material fabric product products item
    items pair piece pieces box case battery cable warranty price shipping store order options option available stock out sold new large small medium long wide tall
    short soft thin thick light comfortable great good perfect recommend better best easy wash washing dry iron water cold warm hot soap hand machine inside outside adult
    adults kids women men home use day days night rain winter summer person team colleague moment information detail details page listing shows show says
    offer offers sell take make ship ships extra full complete part unit units type brand line series sits closes opens heats handles keep keeps set sets
    rated deep account weekend arrives arrive wrap wrapping match handing pass passing full bud buds today
    two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty sixty ninety`,
};
