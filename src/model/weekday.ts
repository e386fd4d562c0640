/** In the order in which JavaScript counts them. Without zod, which readers would load. */
export const weekdays = [
	'sunday',
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
] as const;

export type Weekday = (typeof weekdays)[number];
