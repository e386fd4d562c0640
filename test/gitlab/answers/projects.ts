import { canReadPart } from '../access.ts';
import { type Answer, json } from '../answer.ts';
import { toLicenseFields, toProjectEntity } from '../entities/project-entity.ts';
import { findProject, findProjectPart } from '../lookup.ts';
import type { Question } from '../question.ts';

export function answerProject(question: Question): Answer {
	const { world, viewer, params } = question;
	const wantsLicense = params.flag('license') ?? false;
	params.flag('statistics');
	const project = findProject(question);
	const showsLicense = wantsLicense && canReadPart(world, viewer, project, 'repository');
	return json({
		...toProjectEntity(question, project),
		...(showsLicense && toLicenseFields(world, project)),
	});
}

export function answerLanguages(question: Question): Answer {
	return json(findProjectPart(question, 'repository').languages);
}
