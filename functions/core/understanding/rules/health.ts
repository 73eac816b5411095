/** Buyers whose health depends on this order or on this answer. */
import type { Rule } from './pattern.ts';

export const medicalOrVulnerable: Rule = {
  harmless: [
    '(mochila|bolsa|estojo|estuche|case|bag|caixa|caja|termica) ... (insulina|insulin)',
    '(cosmetic|barbie|doll|juguete|brinquedo) ... (hospital|surgery|medic*)',
  ],
  says: {
    es: [
      '(insulina|quimioterapia|quimio|dialisis|oxigeno medicinal|marcapasos|epinefrina|epipen|anafil*|inmunosuprimid*|discapacitad*|paralitic*|postrad*)',
      '(concentrador|tanque) de oxigeno',
      '(alergia|alergico|alergica|intolerancia) (muy |es |tan |a \\w+ )?(severa|severo|grave|fuertisima|mortal)',
      '(gravemente|severamente|muy) alergic*',
      '(tiene|tengo|padece|sufre|padezco|sufro) (una )?(discapacidad|cancer|epilepsia|alzheimer|paralisis|enfermedad|diabetes|insuficiencia|asma|condicion medica)',
      '(recien operad*|salio de cirugia|me operan|lo operan|la operan|operaron|operacion|cirugia|post operatori*|postoperatori*|hospitalizad*|internad*|terapia intensiva|cuidados intensivos)',
      '(por|para) (su|mi|la|el|un|una) (salud|tratamiento|enfermedad|medicamento|medicacion|medicina|cirugia|operacion|terapia|tratamiento medico)',
      '(necesita|necesito|depende de|sin) ... (medicamento|medicina|medicacion|remedio|nebulizador|oxigeno|respirar|respirador|cpap)',
      '(receto|receta|indico|prescrib*) (el|mi|la|su) (medico|doctor|doctora|pediatra|medica)',
      '(no puede|no puedo|dificultad para|no logra) (respirar|caminar|moverse|comer)',
      '(adulto mayor|adulta mayor|persona mayor) ... (enferm*|sola|depende|necesita)',
      'riesgo (de vida|de muerte)',
      '(quitarme la vida|me quiero morir|suicid*)',
    ],
    pt: [
      '(quimioterapia|hemodialise|dialise|marca passo|marcapasso|adrenalina autoinjetavel|anafil*|imunossuprimid*|cadeirante|acamad*)',
      '(alergia|alergico|alergica|intolerancia) (muito |e |a \\w+ )?(severa|severo|grave|fortissima|mortal)',
      '(gravemente|severamente|muito) alergic*',
      '(tem|tenho|sofre de|sofro de|e|sou|portador de|portadora de) (uma )?(deficiencia|cancer|epilepsia|alzheimer|paralisia|diabetes|autismo|autista|asma|doenca|diabetic*|deficiente)',
      '(recem operad*|vai operar|vou operar|cirurgia|pos operatorio|internad*|hospitalizad*|uti|hospital)',
      '(pro|para o|para a|pra|meu|minha|do meu|da minha|uso de|remedio de) (tratamento|remedio|medicacao|medicamento|saude|cirurgia|quimio) (dela|dele|medico|do meu|da minha|controlado|de uso continuo)*',
      '(precisa|preciso|depende|dependo|sem) ... (remedio|medicamento|medicacao|nebulizador|inalador|oxigenio|respirador|cpap|insulina|respirar)',
      '(medico|medica|pediatra) (receitou|pediu|indicou|mandou|prescreveu)',
      '(nao consegue|nao consigo|dificuldade para|dificuldade de) (respirar|andar|se mover)',
      'risco de (vida|morte)',
      '(me matar|tirar minha vida|suicid*)',
    ],
    en: [
      '(chemo|chemotherapy|dialysis|pacemaker|epipen|anaphyla*|immunocompromised|wheelchair bound|bedridden|life support|feeding tube|life threatening|life or death)',
      '(severe|severely|deadly|deathly|serious|life threatening) (\\w+ )?(allergy|allergic|allergies|asthma)',
      'allerg* ... (severe|severely|deadly|serious)',
      '(oxygen) (concentrator|tank|machine)',
      '(disabled|handicapped|paralyzed|terminally ill|cancer patient|special needs)',
      '(has|have|suffers from|with) (a )?(disability|cancer|epilepsy|alzheimers|dementia|heart condition|medical condition|diabetes|asthma|copd|seizures)',
      '(having|after|before|had|has|scheduled for|recovering from) (a |his |her |my |the )?(surgery|operation|transplant)',
      '(in the|at the|from the|hospitalized|in) (hospital|icu|er)',
      '(needs?|need|without|out of|depends on|rely on|relies on|for) (my |his |her |this |the |it for |your |their |to take )?(medication|medicine|meds|insulin|oxygen|inhaler|nebulizer|cpap|breathing machine|medical (treatment|equipment|reasons|device|condition|supplies|use))',
      'doctor (prescribed|ordered|said|recommended|told)',
      '(cant|cannot|can not|trouble|difficulty|unable to) (breathe|breathing|walk)',
      '(kill myself|end my life|suicid*)',
    ],
  },
};
