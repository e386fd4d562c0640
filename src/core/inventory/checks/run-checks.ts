import type {
	AnswerCounts,
	Check,
	ProjectChecks,
	Rule,
	Subject,
	Verdict,
} from '#core/inventory/check.ts';
import { findExemption } from './exemption.ts';
import { rulesFor } from './rules.ts';

/**
 * Applies all rules to a project. A broken check that is exempt on the snapshot's day becomes
 * `exempt`; an exemption changes no other answer.
 *
 * @param rules Those of the subject, for callers that check many.
 */
export function runChecks(
	subject: Subject,
	rules: readonly Rule[] = rulesFor(subject.rules),
): ProjectChecks {
	const checks: Check[] = [];
	const notApplied: Pick<Check, 'id' | 'title' | 'why'>[] = [];
	for (const rule of rules) {
		const { id, title } = rule;
		const verdict = rule.judge(subject);
		if (verdict.answer === 'not-applicable') notApplied.push({ id, title, why: verdict.why });
		else checks.push(unlessExempt(toCheck(rule, verdict), subject));
	}
	return { checks, notApplied };
}

export function toCheck({ id, title, why }: Omit<Rule, 'judge'>, verdict: Verdict): Check {
	return { id, title, why, ...verdict };
}

function unlessExempt(check: Check, subject: Subject): Check {
	if (check.answer !== 'broken') return check;
	const exemption = findExemption(subject, check.id);
	return exemption ? { ...check, answer: 'exempt', exemption } : check;
}

export function countAnswers(checks: readonly Pick<Check, 'answer'>[]): AnswerCounts {
	const counts = { holds: 0, broken: 0, unknown: 0, exempt: 0 };
	for (const { answer } of checks) counts[answer] += 1;
	return counts;
}
