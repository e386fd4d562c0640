import type { ListState } from '#model/snapshot.ts';
import { formatCount } from './formats.ts';

/** What a page says of the issues for newcomers, before it lists them. */
export function describeGoodFirstIssues(state: ListState, count: number): string {
	if (state.state === 'missing') {
		return `We don't know which issues suit newcomers: ${state.forReaders ?? state.reason}`;
	}
	if (state.state === 'not-configured') return 'Not pulled yet: which issues suit newcomers.';
	if (count === 0) return 'None is open right now.';
	return `${formatCount(count, 'open issue')} of our projects, in the order of the projects.`;
}
