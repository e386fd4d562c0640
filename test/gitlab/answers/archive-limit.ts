import { json, Refusal } from '../answer.ts';
import type { Question } from '../question.ts';
import type { WorldProject } from '../world.ts';

const perMinute = 5;
const minuteMs = 60_000;

/** When each caller has asked for the archive of a project. */
const asked = new WeakMap<WorldProject, Map<string, number[]>>();

/** @throws {Refusal} 429 to those who ask for one project's archive more than five times in a minute. */
export function refuseMany({ viewer }: Question, project: WorldProject): void {
	const caller = viewer.user?.username ?? '';
	const now = Date.now();
	const callers = asked.get(project) ?? new Map<string, number[]>();
	asked.set(project, callers);
	const lately = (callers.get(caller) ?? []).filter((at) => at > now - minuteMs);
	callers.set(caller, [...lately, now]);
	if (lately.length < perMinute) return;
	// The limits of single endpoints say nothing in the headers.
	const error = 'This endpoint has been requested too many times. Try again later.';
	throw new Refusal(json({ message: { error } }, 429));
}
