import { builtinForms } from '../../server/src/builtin/forms';
import { builtinLibrary } from '../../server/src/builtin/library';
import { askAbout, composeExample, readLetter } from '../../server/src/core/index';
import type { Library } from '../../server/src/core/library/types';

/** An item of each class, as a heading names it. */
export const items: Readonly<Record<string, string>> = {
  opioids: 'Norco 10/325mg #60',
  'muscle-relaxants': 'Cyclobenzaprine 7.5mg #60',
  nsaids: 'Naproxen 550mg #60',
  benzodiazepines: 'Diazepam 5mg #30',
  'sedative-hypnotics': 'Ambien 10mg #30',
  antidepressants: 'Cymbalta 60mg #30',
  aeds: 'Gabapentin 300mg #90',
  topicals: 'Flurbiprofen 20% cream 180g',
  ppis: 'Omeprazole 20mg #60',
  'lidocaine-patch': 'Lidoderm patch 5% #30',
  esi: 'Lumbar epidural steroid injection at L5-S1',
  pt: 'Physical therapy 12 sessions for the low back',
  acupuncture: 'Acupuncture 6 sessions for the low back',
  chiropractic: 'Chiropractic treatment 6 visits for the low back',
  imaging: 'MRI of the lumbar spine',
  uds: 'Urine drug screen',
  surgery: 'Left shoulder arthroscopy',
  dme: 'TENS unit, 30 day rental',
  'home-health': 'Home health aide 4 hours a day for 2 weeks',
  psych: 'Cognitive behavioral therapy 6 sessions',
  frp: 'Functional restoration program, 10 days',
  electrodiagnostics: 'EMG/NCS of the bilateral upper extremities',
  preoperative: 'Preoperative medical clearance',
  'functional-testing': 'Functional capacity evaluation',
  'other-tests': 'EEG',
  consultations: 'Consultation with a neurologist',
  transportation: 'Transportation to medical appointments',
  injections: 'Trigger point injections of the low back',
  'passive-modalities': 'Massage therapy 6 sessions for the low back',
  'other-drugs': 'Zofran 4mg #10',
  'work-conditioning': 'Work conditioning 10 sessions',
  'weight-loss': 'Weight loss program for 3 months',
  'exercise-facility': 'Gym membership for 6 months',
  detoxification: 'Inpatient detox for 7 days',
  'medical-rehabilitation': 'Pulmonary rehabilitation 12 sessions',
  ergonomics: 'Ergonomic chair',
  'service-dogs': 'Service dog',
  'daily-support': 'Childcare 4 hours a day for 2 weeks',
  interpreters: 'Interpreter services',
  'dental-care': 'Dental services',
  'migraine-drugs': 'Aimovig 70mg',
  cannabis: 'Medical cannabis',
  'magnetic-stimulation': 'Transcranial magnetic stimulation 36 sessions',
  'implanted-devices': 'Spinal cord stimulator',
};

/** A letter with one block on the item; an empty outcome leaves the heading without one. */
export function letterOf(item: string, outcome: string, rationale: string): string {
  const summary = `The injured worker is a 44 year old female with a date of injury of 11/18/2016. She has pain of the low back and the left
shoulder and is treated with ${item}. Utilization review on 12/07/2016 denied ${item}.`;
  const blocks = `${item}: ${outcome}

Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Office visits.

Decision rationale: ${rationale}`;
  return composeExample({ summary, blocks });
}

export function analyze(text: string, library: Library = builtinLibrary) {
  return askAbout(readLetter(text, builtinForms), library);
}
