import type { Milestone } from '#model/milestone.ts';
import type { MilestonePlace } from '#core/plan/known-milestones.ts';
import type { Wording } from './tone.ts';

/** `now`, in the middle of a sentence. */
export const milestonePlaces: Record<MilestonePlace, string> = {
	past: 'over',
	current: 'now',
	next: 'upcoming',
	undated: 'dates not known',
};

/** The tag beside its title. */
export const milestoneTags: Record<MilestonePlace, Wording> = {
	past: { word: 'Over', tone: 'quiet' },
	current: { word: 'Now', tone: 'now' },
	next: { word: 'Upcoming', tone: 'quiet' },
	undated: { word: 'No dates', tone: 'quiet' },
};

/** Whether a milestone is over, on or to come, in sentences. GitLab's own word for its state is said where it is one. */
export function describeMilestone(
	{ state }: Pick<Milestone, 'state'>,
	place: MilestonePlace,
): string {
	const sentences: Record<MilestonePlace, string> = {
		past: 'This milestone is over',
		current: 'This is the current milestone',
		next: 'This milestone is upcoming',
		undated: 'GitLab has no dates for this milestone',
	};
	return `${sentences[place]}${state === 'unknown' ? '' : ` (${state} on GitLab)`}.`;
}
