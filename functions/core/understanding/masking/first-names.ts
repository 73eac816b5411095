/** Common first names of our markets, plain: one alone is taken for a name only after words that introduce somebody. */
const list = `
jose juan luis carlos jorge jesus manuel francisco miguel antonio pedro alejandro ricardo fernando roberto eduardo javier sergio daniel rafael
martin david mario arturo oscar victor hector raul gerardo enrique alberto armando gustavo guillermo andres diego pablo santiago sebastian nicolas mateo
matias joaquin tomas lucas bruno emilio ignacio felipe rodrigo alvaro cristian gonzalo marcelo esteban ivan hugo ruben julio cesar jaime
maria guadalupe juana margarita rosa veronica teresa ana carmen patricia elizabeth alejandra gabriela adriana leticia sandra claudia monica laura martha
silvia diana karla yolanda norma andrea daniela valeria sofia camila valentina isabella lucia mariana fernanda paula carolina natalia catalina
florencia agustina micaela romina constanza francisca antonia josefa javiera paola luisa angela viviana liliana lorena ximena jimena regina renata
joao gabriel matheus guilherme thiago tiago vinicius leonardo caio henrique renato fabio marcos paulo leandro anderson wellington edson adriano alexandre
vitor igor murilo otavio davi heitor arthur bernardo samuel joana juliana bruna larissa leticia amanda jessica aline vanessa priscila bianca
beatriz isabela rafaela tatiane simone luciana cristina rosana eliane marcia fatima vera lucia helena alice laura manuela julia luana thais raquel
james john robert michael william richard joseph thomas charles christopher matthew anthony mark donald steven paul andrew joshua kenneth kevin brian
george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin gregory frank alexander
mary jennifer linda barbara susan sarah karen lisa nancy betty sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie
rebecca sharon cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen samantha katherine christine rachel janet heather megan lauren
`;

export const firstNames: ReadonlySet<string> = new Set(list.split(/\s+/).filter((name) => name !== ''));
