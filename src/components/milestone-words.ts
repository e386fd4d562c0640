import type { MilestonePlace } from '#core/known-milestones.ts';

const places: Record<MilestonePlace, string> = {
	past: 'over',
	current: 'now',
	next: 'to come',
	undated: 'dates unknown',
};

/** `now`, in the middle of a sentence. */
export function describeMilestonePlace(place: MilestonePlace): string {
	return places[place];
}
