import type { ProjectFacts } from '#model/project.ts';
import type { Rule, Subject, Verdict } from '#core/inventory/check.ts';
import { judgeAlive } from '#core/inventory/gate.ts';
import { findUnseen } from '#core/inventory/unseen.ts';
import { broken, holds, readAsStranger, unknown } from '#core/inventory/verdict.ts';

export const licenceRule: Rule = {
	id: 'licence',
	title: 'License',
	claim: 'The project has a license that GitLab recognizes.',
	why: 'Without a license, nobody outside may use or change the code.',
	judge: (subject) => judgeAlive(subject, (facts) => judgeLicence(subject, facts)),
};

function judgeLicence(subject: Subject, facts: ProjectFacts): Verdict {
	const { license, licenseUrl, webUrl } = facts;
	const reading = readAsStranger(subject, {
		text: 'the license that GitLab shows for the project',
		url: licenseUrl ?? webUrl,
	});
	if (license !== null) return holds(`GitLab recognizes its license: ${license}.`, reading);
	const unseen = findUnseen(facts, ['code', 'files'], 'files');
	if (unseen !== undefined) return unknown(unseen.why, reading, unseen.needs);
	return broken("GitLab doesn't recognize a license in it.", reading, {
		text: 'Add a file LICENSE with the text of a license to the root of the default branch.',
	});
}
