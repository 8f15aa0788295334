import { request } from './messages';
import type { PlainRange } from './places';

/** Request: every open place and choice of an open letter, in order. */
export const openPlaces = request<OpenPlacesParams, PlainRange[]>('imr/openPlaces');

export interface OpenPlacesParams {
  readonly uri: string;
}
