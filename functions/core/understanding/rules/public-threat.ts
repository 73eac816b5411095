/** Buyers who announce a bad review or a post where others will read it. */
import type { Rule } from './pattern.ts';

const redes =
  '(redes|redes sociales|redes sociais|facebook|face|fb|instagram|insta|ig|tiktok|tik tok|twitter|x|youtube|internet|grupos|google|trustpilot|prensa|medios|noticias|tv|television|reddit|linkedin|stories|historias|todos lados|todas partes)';

export const publicThreat: Rule = {
  harmless: [
    '(vi|vimos|viu|saw|seen|encontre|found|segui|sigo|follow) ... (en|no|na|on|en el|in) (su |seu |your )?(facebook|instagram|tiktok|youtube|google|internet|reels)',
  ],
  says: {
    es: [
      `(voy|vamos|ire|pienso|pensaba|tendre|tengo) (a |que |a tener que )?(publicar*|publicarlo|subir*|subirlo|postear*|contar*|quemar*|quemarlos|exponer*|exponerlos|exhibir*|exhibirlos|escrachar*|escracharlos|funar*|funarlos|difundir*|viralizar*|evidenciar*|denunciar*|compartir*) ... (en|por|a) (mis |las |todas |todas las |mi |el |los |tu )?${redes}`,
      `(publicare|publico|subire|subo|posteare|los expongo|los exhibo|los funo|los quemo|los escracho|exhibire|expondre|quemare|difundire|viralizare) ... (en|por) (mis |las |todas |todas las |mi |el |los )?${redes}`,
      '(funar|funarlos|funare|funa|escrachar|escrachar*|escrache|viralizar|viralizar*|hacer viral|quemarlos|exhibirlos|balconear*|los voy a quemar|los voy a exponer|los voy a exhibir)',
      '(voy a|vamos a|les voy a|les|le|pienso|pondre|te voy a) (dejar|poner|dejare|pondre|dar|dare|calificar|calificarlos|dejo|escribir|hacer) ... (mala|malas|pesima|pesimo|negativa|negativo|peor|1|una estrella|cero estrellas|1 estrella|mal) ?(calificacion|resena|review|puntuacion|comentario|opinion|valoracion|estrella|estrellas|recomendacion)?',
      '(mala|pesima|la peor|malisima) (calificacion|resena|review|opinion|valoracion|puntuacion) ... (voy a|dejare|pondre|dejar|si no|van a tener|tendran|les voy)',
      '(dejare|pondre|doy|dare) (una |un )?(mala|pesima|pesimo|mal) (calificacion|resena|review|comentario|opinion|valoracion)',
      '(que|para que) (todos|todo el mundo|la gente) (sepa|sepan|se entere|se enteren|vea|vean)',
      '(reclame aqui|apestan|quejas en internet|tuquejasuma|reclamos cl)',
      `(contactar|contactare|llamar|avisar) ... (a|con) (la |los )?(prensa|medios|noticiero|noticieros|periodista*|television|canal)`,
    ],
    pt: [
      '(reclame aqui|reclameaqui|reclame aki|reclama aqui|reclamar no reclame)',
      `(vou|vamos|irei|pretendo) ... (postar|publicar|expor|divulgar|espalhar|viralizar|queimar|colocar|contar|fazer um video|gravar|jogar|botar) ... (no|na|nas|em|pra|nos|pro) (minhas |todas as |meu |todos os |o )?${redes}`,
      `(postar|publicar|expor|divulgar|espalhar|queimar) (voces |vcs |a loja |isso |tudo |essa loja |o caso )?(no|na|nas|em|pra|nos) (minhas |todas as |meu |todos os |todas )?${redes}`,
      '(expor voces|expor essa|expor a loja|vou expor|vou viralizar|viralizar|cancelar voces nas)',
      '(vou|irei|vao levar|levarao|vai levar|darei|deixarei|deixar) (avaliar|avaliar mal|dar|deixar|fazer|colocar|negativar|avaliacao|uma|dar a pior|mal|postar) ?(mal|nota|uma|a|com|muito|so)? ?(avaliacao|nota|comentario|mal|pessima|pior|negativ*|ruim|1 estrela|uma estrela|0|zero|estrela)',
      '(negativar|avaliacao negativa|avaliacao pessima|pessima avaliacao|ma avaliacao|1 estrela|uma estrela|nota zero|nota 0) ... (voces|vou|se nao|loja|pra|para|vao)',
      '(que|pra que|para que|pra) (todos|todo mundo|as pessoas|geral) (saiba*|saibam|veja*|saber|ver|ficar sabendo)',
      '(jornal|imprensa|reportagem|televisao|celso russomanno|patrulha do consumidor)',
    ],
    en: [
      `(going to|gonna|will|ill|i ll|i m|im|about to|plan to|happy to|let me|be) ... (post|posting|blast|blasting|expose|exposing|share|sharing|tell|telling|tag|tagging|tweet|tweeting|put|putting) ... (on|all over|to|over|across) (my |every |all |social |the |your )?(media|social media|facebook|instagram|tiktok|twitter|x|reddit|youtube|internet|google|yelp|trustpilot|everyone|world|linkedin|news)`,
      '(leave|leaving|left|post|posting|write|writing|give|giving|be leaving|get) (you |u |a |the |an |your shop |this |this shop |some |such )*(bad|negative|terrible|horrible|scathing|awful|one star|1 star|zero star|0 star|honest|worst|nasty|1) ?(star )?(review|reviews|rating|ratings|feedback|stars|star)',
      '(go|going|goes|make (this|it) go) viral',
      '(trustpilot|yelp|reddit) (review|will|hears|gonna|know|knows|post)',
      '(everyone|everybody|people|world) (will|should|needs to|is going to|gonna|has to) (know|hear|see)',
      '(tell|warn|telling|warning) (everyone|everybody|all my|people|the world|others|all of my)',
      '(local|the) (news|news station|media|press|channel) ... (hear|contact|call|know|story)?',
      '(contact|call|contacting|calling|go to) (the )?(news|media|press|channel)',
      '(blast|expose) (you|your|this|u)',
    ],
  },
};
