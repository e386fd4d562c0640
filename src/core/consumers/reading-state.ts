import type { ConsumerEvidence } from '#model/evidence.ts';
import type { Project } from '#model/project.ts';
import type { ListState } from '#model/snapshot.ts';
import type { Consumer } from './consumer.ts';

type Judged = Pick<Consumer, 'state' | 'why' | 'reading' | 'trouble'>;

/**
 * How much the reading of a consumer's source says. What strangers do not see any more is not shown,
 * although it was read while they did.
 *
 * @param evidence `undefined`: the snapshot has none of this consumer.
 * @param project `undefined`: the snapshot knows nothing of it.
 */
export function judgeReading(
	evidence: ConsumerEvidence | undefined,
	project: Project | undefined,
	list: ListState,
): Judged {
	const hidden = explainHidden(project);
	if (hidden !== undefined) return unknown(hidden);
	if (evidence === undefined) {
		return unknown(
			list.state === 'missing'
				? `The consumers' source hasn't been read yet. ${list.reason}`
				: "Its source hasn't been read yet. The next pull reads it.",
		);
	}
	const { reading, trouble } = evidence;
	if (reading === null) return unknown(trouble ?? "Its source hasn't been read yet.");
	if (reading.partial !== null) {
		return { state: 'partial', why: reading.partial, reading, trouble };
	}
	return { state: reading.uses.length > 0 ? 'seen' : 'not-seen', why: null, reading, trouble };
}

function explainHidden(project: Project | undefined): string | undefined {
	if (project?.answer === 'missing-or-private') {
		return "Without signing in, GitLab shows no such project: it's missing or private.";
	}
	if (project?.answer === 'other-instance') {
		return "It's on another GitLab, which we don't read.";
	}
	const hidden = project?.facts?.hidden ?? [];
	return hidden.includes('code') || hidden.includes('files')
		? 'You need to sign in to see its source on GitLab.'
		: undefined;
}

function unknown(why: string): Judged {
	return { state: 'unknown', why, reading: null, trouble: null };
}
