import { type Answer, notFound, withMessage } from '../answer.ts';
import { findProjectPart } from '../lookup.ts';
import type { Question } from '../question.ts';
import { tarGz } from '../tar.ts';
import { commitAt } from './repository.ts';

/** Refused to what looks like a page on another site that loads it: Node's fetch by default. */
export function answerArchive(question: Question): Answer {
	const { params, headers } = question;
	const project = findProjectPart(question, 'repository');
	if (headers['sec-fetch-mode'] === 'cors') throw withMessage(406, '406 Not Acceptable');
	const ref = params.text('sha') ?? project.defaultBranch ?? 'HEAD';
	const commit = commitAt(project, ref);
	if (commit === undefined) throw notFound('File');
	const folder = params.text('path')?.replace(/^\/|\/$/g, '') ?? '';
	const files = Object.entries(project.files).filter(
		([path]) => folder === '' || path.startsWith(`${folder}/`),
	);
	if (files.length === 0) throw notFound('File');
	const name = [project.path.split('/').at(-1), ref, commit, folder.replaceAll('/', '-')]
		.filter(Boolean)
		.join('-');
	return {
		status: 200,
		headers: {
			'content-type': 'application/octet-stream',
			'content-disposition': `attachment; filename="${name}.tar.gz"`,
			'content-transfer-encoding': 'binary',
		},
		body: tarGz(name, Object.fromEntries(files), commit),
	};
}
