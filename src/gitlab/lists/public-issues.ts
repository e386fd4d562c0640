import { z } from 'zod';
import type { Issue } from '#model/issue.ts';
import { parseAnswer } from '#gitlab/parse/parse-answer.ts';
import { RawIssue } from '#gitlab/parse/raw.ts';
import { toIssue, type PlannedBy } from '#gitlab/parse/to-model.ts';

/**
 * The issues of an answer that a stranger may see, without what is left behind of moved ones: GitLab
 * closes that, keeping its milestone and labels, and nothing of it is done.
 *
 * @param question What was asked, for the message when the answer has another shape.
 */
export function toPublicIssues(answer: unknown, question: string, plannedBy?: PlannedBy): Issue[] {
	return readPublic(answer, question).map((raw) => toIssue(raw, plannedBy));
}

/** To whom the issues of an answer are assigned. It is for finding out roles, and never kept. */
export function readAssignees(answer: unknown, question: string): ReadonlyMap<number, string[]> {
	return new Map(
		readPublic(answer, question).map(({ iid, assignees }) => [
			iid,
			assignees.map(({ username }) => username),
		]),
	);
}

function readPublic(answer: unknown, question: string): RawIssue[] {
	return parseAnswer(z.array(RawIssue), answer, question, 'Issues API').filter(
		({ confidential, moved_to_id }) => !confidential && moved_to_id === null,
	);
}
