import type { Api, ClientLibrary } from '#model/api.ts';

/** What an invented program is like. */
export interface Program {
	functionsPerFile: number;
	/** Every so many files one calls this API. */
	callingEvery: number;
}

/**
 * One file of an invented program in Go. Every seventh imports the client, as a provider for Terraform
 * does; some call this API, by methods and paths.
 */
export function writeGoFile(
	index: number,
	{ clients, endpoints }: Api,
	{ functionsPerFile, callingEvery }: Program,
): { path: string; text: string } {
	const library = clients.find(({ language }) => language === 'go');
	const calls = library ? endpoints.flatMap((one) => one.calls[library.id] ?? []) : [];
	const method = calls[index % Math.max(1, calls.length)];
	const isCalling = index % callingEvery === 0 && method !== undefined;
	const importing = library && (isCalling || index % 7 === 0) ? library : undefined;
	const functions = Array.from({ length: functionsPerFile }, (_, at) => writeFunction(index, at));
	return {
		path: `internal/part${String(index % 200)}/file${String(index)}.go`,
		text: [
			writeHead(index, importing),
			...functions,
			isCalling ? writeCall(index, method, endpoints[index % endpoints.length]?.path ?? '/') : '',
		].join('\n'),
	};
}

function writeHead(index: number, library: ClientLibrary | undefined): string {
	const client = library ? `\tclient "${library.packages[0] ?? ''}"\n` : '';
	const field = library ? '\tapi *client.Client\n' : '';
	return `// Package part${String(index % 200)} is invented, and asks GitLab.
package part${String(index % 200)}

import (
	"context"
	"fmt"

${client})

type record${String(index)} struct {
${field}	id   int64
	name string
	tags map[string][]string
}
`;
}

function writeFunction(index: number, at: number): string {
	return `func (r *record${String(index)}) step${String(at)}(ctx context.Context, names []string) (int, error) {
	total := ${String(at)}
	for i, name := range names {
		if name == "" || r.tags[name] == nil {
			return 0, fmt.Errorf("name %d of %s is empty", i, r.name)
		}
		total += len(r.tags[name]) * int(r.id)
	}
	return total, ctx.Err()
}
`;
}

function writeCall(index: number, method: string, path: string): string {
	return `func (r *record${String(index)}) call(ctx context.Context) error {
	_, err := r.api.${method}(
		r.id,
		client.WithContext(ctx),
	)
	u := fmt.Sprintf("${path.slice(1).replace(/:\w+/g, '%d')}", r.id)
	_, err = r.api.NewRequest("GET", u, nil, nil)
	return err
}
`;
}
