import type { ProjectFacts } from '#model/project.ts';
import type { NotApplicable, Rule, Subject, Verdict } from '#core/inventory/check.ts';
import { judgeAlive, notApplicable } from '#core/inventory/gate.ts';
import { findUnseen } from '#core/inventory/unseen.ts';
import { broken, holds, readAsStranger, unknown, type Reading } from '#core/inventory/verdict.ts';

export const pipelineRule: Rule = {
	id: 'pipeline',
	title: 'Pipeline of the default branch',
	claim: 'The newest pipeline of the default branch passed.',
	why: 'While it fails, nobody knows whether a change breaks something, and nothing can be released.',
	judge: (subject) => judgeAlive(subject, (facts) => judgePipeline(subject, facts)),
};

function judgePipeline(subject: Subject, facts: ProjectFacts): Verdict | NotApplicable {
	const { pipeline, webUrl, defaultBranch } = facts;
	const branch = defaultBranch ?? 'the default branch';
	const from = {
		text: `the newest pipeline of ${branch}`,
		url: pipeline === null ? webUrl : pipeline.webUrl,
	};
	const reading = readAsStranger(subject, from, 'pipelines');
	if (pipeline === null) {
		const unseen = findUnseen(facts, ['pipelines', 'code']);
		return unseen === undefined
			? notApplicable('The default branch has no pipeline.')
			: unknown(unseen.why, reading, unseen.needs);
	}
	const newest = `The newest pipeline of ${branch}`;
	switch (pipeline.status) {
		case 'success':
			return holds(`${newest} passed.`, reading);
		case 'failed':
			return broken(`${newest} failed.`, reading, {
				text: 'Open the pipeline, fix the job that failed, and run it again.',
			});
		default:
			return judgeOther(newest, pipeline.status, reading);
	}
}

/** Statuses of a pipeline that has not come to its end, in words. */
const unfinished = new Map([
	['created', 'has been created'],
	['waiting_for_resource', 'waits for a resource'],
	['preparing', 'is being prepared'],
	['pending', 'waits to start'],
	['running', 'is running'],
	['canceling', 'is being canceled'],
	['scheduled', 'is scheduled'],
]);

/** Statuses in which it stays until somebody runs it. */
const unjudged = new Map([
	['canceled', 'was canceled'],
	['skipped', 'was skipped'],
	['manual', 'waits for somebody to start a job'],
]);

function judgeOther(newest: string, status: string, reading: Reading): Verdict {
	const soon = unfinished.get(status);
	if (soon !== undefined) {
		return unknown(
			`${newest} ${soon}. The next pull will show how it ended.`,
			reading,
			'The next pull.',
		);
	}
	const words = unjudged.get(status) ?? `has the status ${status}`;
	return unknown(
		`${newest} ${words}, which is neither a pass nor a failure.`,
		reading,
		'A pipeline of the default branch that runs to its end.',
	);
}
