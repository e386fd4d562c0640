import type { Tree } from './marked-trees.ts';

const goMod = (module: string) =>
	`module ${module}\n\ngo 1.24\n\nrequire gitlab.com/gitlab-org/api/client-go v0.129.0\n`;

/**
 * Trees of the shape of real projects, written after the search was made, and labelled by hand: every
 * line that calls an endpoint of runners says so. Names of people and companies are invented.
 */
export const measuredTrees: Readonly<Record<string, Tree>> = {
	'a command line': {
		'go.mod': goMod('example.com/cli'),
		'internal/cmdutils/factory.go': `package cmdutils

import gitlab "gitlab.com/gitlab-org/api/client-go"

type Factory interface {
	GitLabClient() (*gitlab.Client, error)
	IO() *IOStreams
}

type IOStreams struct{ Out writer }
`,
		'internal/commands/runner/list/list.go': `package list

import (
	"example.com/cli/internal/cmdutils"
	"github.com/spf13/cobra"
	gitlab "gitlab.com/gitlab-org/api/client-go"
)

type options struct {
	factory  cmdutils.Factory
	client   func() (*gitlab.Client, error)
	group    string
	instance bool
}

func NewCmd(f cmdutils.Factory) *cobra.Command {
	opts := &options{factory: f, client: f.GitLabClient}
	cmd := &cobra.Command{
		Use:     "list [flags]",
		Short:   "Get a list of runners.",
		Example: "$ cli runner list --group gitlab/runners",
		RunE: func(cmd *cobra.Command, args []string) error {
			return opts.run(cmd)
		},
	}
	cmd.Flags().StringVarP(&opts.group, "group", "g", "", "List the runners of a group")
	return cmd
}

func (o *options) run(cmd *cobra.Command) error {
	client, err := o.client()
	if err != nil {
		return err
	}
	var runners []*gitlab.Runner
	switch {
	case o.instance:
		runners, _, err = client.Runners.ListRunners(&gitlab.ListRunnersOptions{}) // CALLS Runners.ListRunners
	case o.group != "":
		runners, _, err = client.Runners.ListGroupsRunners(o.group, nil) // CALLS Runners.ListGroupsRunners
	default:
		runners, _, err = client.Runners.ListProjectRunners(o.repo(), nil) // CALLS Runners.ListProjectRunners
	}
	for _, runner := range runners {
		o.factory.IO().Out.Printf("runners/%d", runner.ID)
	}
	return err
}
`,
		'internal/commands/runnercontroller/scope/delete.go': `package scope

import gitlab "gitlab.com/gitlab-org/api/client-go"

func remove(client *gitlab.Client, id int64, runnerIDs []int64) error {
	for _, runnerID := range runnerIDs {
		_, err := client.RunnerControllerScopes.RemoveRunnerControllerRunnerScope(id, runnerID) // CALLS RunnerControllerScopes.RemoveRunnerControllerRunnerScope
		if err != nil {
			return err
		}
	}
	scopes, _, err := client.RunnerControllerScopes.ListRunnerControllerScopes(id) // CALLS RunnerControllerScopes.ListRunnerControllerScopes
	if err != nil {
		return err
	}
	return describe(scopes)
}

func describe(scopes *gitlab.RunnerControllerScopes) error {
	for _, one := range scopes.RunnerLevelScopings {
		_ = one
	}
	return nil
}
`,
		'internal/commands/api/api.go': `package api

// Examples are shown to people.
const long = \`
$ cli api projects/:id/runners
$ cli api /runners/all --paginate
\`
`,
	},
	'a provider for Terraform': {
		'go.mod': goMod('example.com/terraform-provider-lab'),
		'internal/provider/resource_user_runner.go': `package provider

import (
	"context"

	gitlab "gitlab.com/gitlab-org/api/client-go"
)

type userRunnerResource struct {
	client *gitlab.Client
}

func (r *userRunnerResource) Configure(ctx context.Context, data any) {
	r.client = data.(*ResourceData).Client
}

type ResourceData struct{ Client *gitlab.Client }

func (r *userRunnerResource) Create(ctx context.Context, plan *model) error {
	runner, _, err := r.client.Users.CreateUserRunner(plan.options(), gitlab.WithContext(ctx)) // CALLS Users.CreateUserRunner
	if err != nil {
		return err
	}
	details, _, err := r.client.Runners.GetRunnerDetails(runner.ID, gitlab.WithContext(ctx)) // CALLS Runners.GetRunnerDetails
	_ = details
	return err
}

func (r *userRunnerResource) Update(ctx context.Context, plan *model) error {
	_, _, err := r.client.Runners.UpdateRunnerDetails(plan.id, plan.update(), gitlab.WithContext(ctx)) // CALLS Runners.UpdateRunnerDetails
	return err
}

func (r *userRunnerResource) Delete(ctx context.Context, plan *model) error {
	if _, err := r.client.Runners.DeleteRegisteredRunnerByID(plan.id); err != nil { // CALLS Runners.DeleteRegisteredRunnerByID
		return err
	}
	return nil
}
`,
		'internal/provider/sdk/enablement.go': `package sdk

import (
	"context"
	"fmt"

	gitlab "gitlab.com/gitlab-org/api/client-go"
)

func resourceCreate(ctx context.Context, d *data, meta any) error {
	client := meta.(*gitlab.Client)
	project := d.Get("project").(string)
	_, _, err := client.Runners.EnableProjectRunner(project, &gitlab.EnableProjectRunnerOptions{}) // CALLS Runners.EnableProjectRunner
	d.SetId(fmt.Sprintf("%s:%d", project, d.Get("runner_id")))
	return err
}

func resourceDelete(ctx context.Context, d *data, meta any) error {
	client := meta.(*gitlab.Client)
	_, err := client.Runners.DisableProjectRunner(d.Get("project"), d.Get("runner_id").(int)) // CALLS Runners.DisableProjectRunner
	return err
}

func schema() map[string]string {
	return map[string]string{"runners": "See https://docs.gitlab.com/api/runners/", "runners_token": "x"}
}
`,
	},
	'a runner that talks to its coordinator': {
		'go.mod': 'module example.com/runner\n',
		'network/client.go': `package network

import (
	"context"
	"io"
	"net/http"
	"net/url"
)

type client struct {
	http.Client
	url *url.URL
}

func (n *client) do(ctx context.Context, uri, method string, body io.Reader, headers http.Header) (*http.Response, error) {
	target, err := n.url.Parse(uri)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, method, target.String(), body)
	if err != nil {
		return nil, err
	}
	return n.Client.Do(req)
}

func (n *client) doJSON(ctx context.Context, uri, method string, status int, in any, out any) (int, string) {
	res, err := n.do(ctx, "/api/v4/"+uri, method, encode(in), nil)
	_ = res
	return status, err.Error()
}
`,
		'network/gitlab.go': `package network

import (
	"context"
	"fmt"
	"net/http"

	"github.com/sirupsen/logrus"
)

type GitLabClient struct{ clients map[string]*client }

func (n *GitLabClient) doJSON(ctx context.Context, c credentials, method, uri string, status int, in, out any) (int, string) {
	return n.clients[c.URL].doJSON(ctx, uri, method, status, in, out)
}

func (n *GitLabClient) RegisterRunner(c credentials, in any) bool {
	result, _ := n.doJSON(context.Background(), c, http.MethodPost, "runners", http.StatusCreated, in, nil) // CALLS POST /runners
	return result == http.StatusCreated
}

func (n *GitLabClient) VerifyRunner(c credentials) bool {
	log := logrus.WithField("uri", "runners/verify")
	result, _ := n.doJSON(context.Background(), c, http.MethodPost, "runners/verify", http.StatusOK, nil, nil) // CALLS POST /runners/verify
	log.Info("verified")
	return result == http.StatusOK
}

func (n *GitLabClient) UnregisterRunner(c credentials) bool {
	result, _ := n.doJSON(context.Background(), c, http.MethodDelete, "runners", http.StatusNoContent, nil, nil) // CALLS DELETE /runners
	return result == http.StatusNoContent
}

func (n *GitLabClient) UnregisterManager(c credentials) bool {
	result, _ := n.doJSON(context.Background(), c, http.MethodDelete, "runners/managers", http.StatusNoContent, nil, nil) // CALLS DELETE /runners/managers
	return result == http.StatusNoContent
}

func (n *GitLabClient) resetToken(ctx context.Context, c credentials, uri string, token string) bool {
	result, _ := n.doJSON(ctx, c, http.MethodPost, uri, http.StatusCreated, token, nil)
	return result == http.StatusCreated
}

func (n *GitLabClient) ResetToken(c credentials) bool {
	return n.resetToken(context.Background(), c, "runners/reset_authentication_token", "") // CALLS POST /runners/reset_authentication_token
}

func (n *GitLabClient) ResetTokenWithPAT(c credentials, pat string) bool {
	return n.resetToken(context.Background(), c, fmt.Sprintf("runners/%d/reset_authentication_token", c.ID), pat) // CALLS POST /runners/:x/reset_authentication_token
}

func (n *GitLabClient) RequestJob(c credentials) bool {
	result, _ := n.doJSON(context.Background(), c, http.MethodPost, "jobs/request", http.StatusCreated, nil, nil)
	return result == http.StatusCreated
}
`,
		'helpers/path.go': `package helpers

import "path/filepath"

func runnerDir(home string) string { return filepath.Join(home, "runners", "all") }
`,
	},
	'an operator for Kubernetes': {
		'go.mod': 'module example.com/runner-operator\n',
		'controllers/runner_controller.go': `package controllers

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// +kubebuilder:rbac:groups=apps.example.com,resources=runners,verbs=get;list
// +kubebuilder:rbac:groups=apps.example.com,resources=runners/status,verbs=get

type RunnerReconciler struct {
	client.Client
	http *http.Client
}

const finalizer = "runners.apps.example.com/finalizer"

func (r *RunnerReconciler) Reconcile(ctx context.Context, req request) error {
	runner := &Runner{}
	if err := r.Get(ctx, req.NamespacedName, runner); err != nil {
		return err
	}
	return r.unregister(ctx, runner)
}

func (r *RunnerReconciler) unregister(ctx context.Context, runner *Runner) error {
	endpoint := strings.TrimSuffix(runner.Spec.GitLab, "/") + "/api/v4/runners" // CALLS DELETE /runners
	body, _ := json.Marshal(map[string]string{"token": runner.Token})
	request, err := http.NewRequestWithContext(ctx, http.MethodDelete, endpoint, reader(body))
	if err != nil {
		return fmt.Errorf("%s: %w", endpoint, err)
	}
	_, err = r.http.Do(request)
	return err
}

func (r *RunnerReconciler) verify(base string, token string) (*http.Response, error) {
	return http.PostForm(fmt.Sprintf("%s/api/v4/runners/verify", base), values(token)) // CALLS POST /runners/verify
}
`,
	},
	'a plugin of a portal': {
		'package.json': '{ "dependencies": { "@gitbeaker/rest": "^40.0.0" } }',
		'plugins/runners/src/api/GitlabCIClient.ts': `import { DiscoveryApi, FetchApi } from '@portal/core-plugin-api';
import type { Runner } from './types';

export class GitlabCIClient {
	discoveryApi: DiscoveryApi;
	baseUrl: string;

	constructor({ discoveryApi, baseUrl = 'https://gitlab.example.com/' }: { discoveryApi: DiscoveryApi; baseUrl?: string }) {
		this.discoveryApi = discoveryApi;
		this.baseUrl = baseUrl;
	}

	private async callApi<T>(path: string, query: Record<string, string>): Promise<T | undefined> {
		const apiUrl = \`\${await this.discoveryApi.getBaseUrl('proxy')}/gitlab/api/v4\`;
		const response = await fetch(\`\${apiUrl}/\${path}?\${new URLSearchParams(query)}\`);
		if (response.status !== 200) return undefined;
		return (await response.json()) as T;
	}

	async getRunners(projectId: string) {
		return this.callApi<Runner[]>(\`projects/\${projectId}/runners\`, { per_page: '100' }); // CALLS GET /projects/:x/runners
	}

	async getRunnerJobs(runnerId: number) {
		return this.callApi<unknown[]>(\`runners/\${runnerId}/jobs\`, {}); // CALLS GET /runners/:x/jobs
	}

	async getPipelines(projectId: string) {
		return this.callApi<unknown[]>(\`projects/\${projectId}/pipelines\`, {});
	}
}
`,
		'plugins/runners/src/routes.ts': `export const rootRouteRef = createRouteRef({ id: 'runners', path: '/runners' });
export const oneRouteRef = createSubRouteRef({ id: 'runners/one', path: '/runners/:id' });
`,
		'plugins/runners-backend/src/provider.ts': `import { Gitlab } from '@gitbeaker/rest';

export class RunnerEntityProvider {
	private readonly gitlab: InstanceType<typeof Gitlab>;

	constructor(options: { host: string; token: string }) {
		this.gitlab = new Gitlab(options);
	}

	async refresh(groupId: number) {
		const runners = await this.gitlab.Runners.all({ groupId }); // CALLS Runners.all
		return Promise.all(runners.map(({ id }) => this.gitlab.Runners.show(id))); // CALLS Runners.show
	}
}
`,
	},
	'a bot with a typed HTTP client': {
		'lib/util/http/gitlab.ts': `import { HttpBase } from './http';

let baseUrl = 'https://gitlab.example.com/api/v4/';
export const setBaseUrl = (url: string): void => {
	baseUrl = url;
};

export class GitlabHttp extends HttpBase {
	protected override get baseUrl(): string | undefined {
		return baseUrl;
	}
}
`,
		'lib/modules/platform/gitlab/http.ts': `import { GitlabHttp } from '../../../util/http/gitlab';
import { logger } from '../../../logger';

export const gitlabApi = new GitlabHttp();

export async function getRunners(project: string): Promise<unknown> {
	const url = \`projects/\${encodeURIComponent(project)}/runners?per_page=100\`; // CALLS GET /projects/:x/runners
	logger.trace({ url }, 'Asking for the runners');
	const { body } = await gitlabApi.getJsonUnchecked(url, { paginate: true });
	return body;
}

export async function pauseRunner(id: number): Promise<void> {
	await gitlabApi.putJson(\`runners/\${id}\`, { body: { paused: true } }); // CALLS PUT /runners/:x
}

export async function removeRunner(id: number): Promise<void> {
	await gitlabApi.deleteJson(\`runners/\${id}\`); // CALLS DELETE /runners/:x
}

export async function myRunners(): Promise<unknown> {
	return (await gitlabApi.getJson('runners')).body; // CALLS GET /runners
}
`,
		'lib/config/presets.ts': `export const presets = { 'group/runners': { extends: ['local>projects/runners'] } };
cache.set('runners', presets);
export const known = presetCache.get('runners');
`,
	},
	'a scaler in the cloud, in JavaScript': {
		'functions/reaper/index.js': `const axios = require('axios');

const gitlab = axios.create({
	baseURL: \`\${process.env.GITLAB_HOST}/api/v4\`,
	headers: { 'PRIVATE-TOKEN': process.env.TOKEN },
});

exports.handler = async (event) => {
	const { data: stale } = await gitlab.get('/runners/all', { params: { status: 'stale' } }); // CALLS GET /runners/all
	for (const runner of stale) {
		console.log(\`Removing /runners/\${runner.id}\`);
		await gitlab.delete(\`/runners/\${runner.id}\`); // CALLS DELETE /runners/:x
	}
	return { statusCode: 200, path: event.path };
};

async function register(token, tags) {
	const response = await axios({
		method: 'POST',
		url: process.env.GITLAB_HOST + '/api/v4/user/runners', // CALLS POST /user/runners
		data: { runner_type: 'instance_type', tag_list: tags },
		headers: { 'PRIVATE-TOKEN': token },
	});
	return response.data.token;
}
exports.register = register;
`,
		'functions/metrics/server.js': `const express = require('express');
const app = express();

app.get('/runners', (req, res) => res.json([]));
app.get('/runners/:id/jobs', listJobs);
app.post('/api/v4/runners/verify', (req, res) => res.sendStatus(200));

function listJobs(req, res) {
	res.redirect(\`/groups/\${req.params.id}/runners\`);
}
`,
	},
	'a construct that keeps tokens': {
		'src/lambda/token.ts': `import { request } from 'https';

interface Options {
	readonly path: string;
	readonly method: 'GET' | 'POST' | 'DELETE';
	readonly body?: unknown;
}

async function callGitLab({ path, method, body }: Options): Promise<unknown> {
	return new Promise((resolve, reject) => {
		const sent = request(\`\${process.env.GITLAB_URL}/api/v4\${path}\`, { method }, resolve);
		sent.on('error', reject);
		sent.end(JSON.stringify(body));
	});
}

export async function create(description: string) {
	const path = '/user/runners'; // CALLS POST /user/runners
	return callGitLab({ path, method: 'POST', body: { description } });
}

export async function renew(id: number) {
	return callGitLab({ path: \`/runners/\${id}/reset_authentication_token\`, method: 'POST' }); // CALLS POST /runners/:x/reset_authentication_token
}

export const drop = (id: number) => callGitLab({ path: \`/runners/\${id}\`, method: 'DELETE' }); // CALLS DELETE /runners/:x
`,
	},
	'an exporter of metrics with GraphQL': {
		'go.mod': 'module example.com/exporter\n',
		'queries/fleet.graphql': `query Fleet($after: String) {
  runners(first: 100, after: $after) { # CALLS Query.runners
    pageInfo { endCursor hasNextPage }
    nodes {
      id
      jobCount
      managers { # CALLS CiRunner.managers
        nodes { version contactedAt }
      }
    }
  }
}

query Group($path: ID!) {
  group(fullPath: $path) {
    runners(type: GROUP_TYPE) { # CALLS Group.runners
      count
    }
  }
}
`,
		'collector/collector.go': `package collector

import "net/http"

const pauseRunner = \`
mutation($id: CiRunnerID!) {
  runnerUpdate(input: {id: $id, paused: true}) { # CALLS Mutation.runnerUpdate
    errors
  }
}\`

var desc = newDesc("gitlab_runners", "Runners by state", []string{"runners"}, nil)

func (c *Collector) Describe(ch chan<- *Desc) { ch <- desc }

func serve(mux *http.ServeMux) {
	mux.HandleFunc("/metrics", show)
	mux.HandleFunc("/api/v1/runners", show)
}
`,
		'collector/rest.go': `package collector

import (
	"context"
	"net/http"
	"net/url"
)

func (c *Collector) jobs(ctx context.Context, id string) (*http.Response, error) {
	target, err := url.JoinPath(c.base, "api/v4", "runners", id, "jobs") // CALLS GET /runners/:x/jobs
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, target, nil)
	if err != nil {
		return nil, err
	}
	return c.client.Do(req)
}
`,
	},
	'a plugin that gives instances, with resty': {
		'go.mod': 'module example.com/fleet\n',
		'provider.go': `package fleet

import (
	"context"
	"fmt"

	"github.com/go-resty/resty/v2"
)

type InstanceGroup struct {
	api   *resty.Client
	sizes map[string]int
}

const (
	apiRoot     = "/api/v4"
	runnersPath = apiRoot + "/runners" // CALLS GET /runners
)

func (g *InstanceGroup) Init(ctx context.Context, base string) error {
	g.api = resty.New().SetBaseURL(base)
	_, err := g.api.R().SetContext(ctx).Get(runnersPath)
	return err
}

func (g *InstanceGroup) Decrease(ctx context.Context, ids []int) error {
	for _, id := range ids {
		if _, err := g.api.R().Delete(fmt.Sprintf("%s/%d", runnersPath, id)); err != nil { // CALLS DELETE /runners/:x
			return fmt.Errorf("remove runners/%d: %w", id, err)
		}
	}
	g.sizes["runners/all"] = 0
	return nil
}

func (g *InstanceGroup) Managers(id int) (*resty.Response, error) {
	return g.api.R().Get(fmt.Sprintf("%s/%d/managers", runnersPath, id)) // CALLS GET /runners/:x/managers
}
`,
	},
	'a tool that moves runners': {
		'go.mod': 'module example.com/mover\n\nrequire github.com/xanzy/go-gitlab v0.100.0\n',
		'pkg/lab/lab.go': `package lab

import "github.com/xanzy/go-gitlab"

type API interface {
	Runners() Lister
}

type Lister interface {
	ListAllRunners(opt *gitlab.ListRunnersOptions, options ...gitlab.RequestOptionFunc) ([]*gitlab.Runner, *gitlab.Response, error)
}

type wrapper struct{ *gitlab.Client }

func New(token, url string) (*wrapper, error) {
	c, err := gitlab.NewClient(token, gitlab.WithBaseURL(url))
	if err != nil {
		return nil, err
	}
	return &wrapper{c}, nil
}

func (w *wrapper) Pause(id int) error {
	opts := &gitlab.UpdateRunnerDetailsOptions{Paused: gitlab.Bool(true)}
	_, _, err := w.Client.Runners.UpdateRunnerDetails(id, opts) // CALLS Runners.UpdateRunnerDetails
	return err
}
`,
		'main.go': `package main

import (
	"fmt"
	"os"

	"example.com/mover/pkg/lab"
)

type team struct {
	Runners []string
	cfg     map[string]string
}

func main() {
	api, err := lab.New(os.Getenv("TOKEN"), os.Getenv("URL"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "runners/all", err)
		os.Exit(1)
	}
	all, _, err := api.Runners.ListAllRunners(nil) // CALLS Runners.ListAllRunners
	for _, one := range all {
		fmt.Printf("/runners/%d %s\\n", one.ID, one.Description)
	}
	t := team{}
	for _, name := range t.Runners {
		api.Runners.RemoveRunner(len(name)) // CALLS Runners.RemoveRunner
	}
}
`,
	},
	'an action of a workflow': {
		'package.json': '{ "dependencies": { "@actions/core": "1", "undici": "6" } }',
		'src/main.ts': `import * as core from '@actions/core';
import { RunnersService } from './runners-service';

async function run(): Promise<void> {
	const service = new RunnersService(core.getInput('url'), core.getInput('token'));
	const runner = await service.create({ runner_type: 'project_type' });
	core.setOutput('runner', \`runners/\${runner.id}\`);
	core.info(\`Created /runners/\${runner.id}\`);
}
void run();
`,
		'src/runners-service.ts': `import { request } from 'undici';

type Method = 'GET' | 'POST' | 'DELETE' | 'PUT';

export class RunnersService {
	#root: string;
	constructor(url: string, private readonly token: string) {
		this.#root = new URL('/api/v4/', url).href;
	}

	private async send<T>(method: Method, resource: string, body?: object): Promise<T> {
		const target = new URL(resource, this.#root);
		const { body: answer } = await request(target, {
			method,
			headers: { 'private-token': this.token },
			body: JSON.stringify(body),
		});
		return (await answer.json()) as T;
	}

	create(options: object) {
		return this.send<{ id: number }>('POST', 'user/runners', options); // CALLS POST /user/runners
	}
	list(project: string) {
		return this.send<unknown[]>('GET', \`projects/\${encodeURIComponent(project)}/runners\`); // CALLS GET /projects/:x/runners
	}
	unassign(project: number, id: number) {
		return this.send<void>('DELETE', \`projects/\${project}/runners/\${id}\`); // CALLS DELETE /projects/:x/runners/:x
	}
	async all() {
		return this.send<unknown[]>('GET', 'runners/all'); // CALLS GET /runners/all
	}
}
`,
	},
	'a dashboard in Vue': {
		'src/api/rest.js': `import axios from '@/lib/axios';
import { buildApiUrl } from './url';

const GROUP_RUNNERS = '/api/:version/groups/:id/runners';

export function fetchGroupRunners(id) {
	return axios.get(buildApiUrl(\`/groups/\${id}/runners\`)); // CALLS GET /groups/:x/runners
}
export function resetToken(id) {
	const url = buildApiUrl(\`/projects/\${id}/runners/reset_registration_token\`); // CALLS POST /projects/:x/runners/reset_registration_token
	return axios.post(url);
}
`.replace("const GROUP_RUNNERS = '/api/:version/groups/:id/runners';\n\n", ''),
		'src/api/url.js': `export function buildApiUrl(path) {
	return \`\${window.gon.relative_url_root || ''}/api/v4\${path}\`;
}
`,
		'src/queries/runner.js': `import gql from 'graphql-tag';

export const show = gql\`
	query runnerShow($id: CiRunnerID!) {
		runner(id: $id) { # CALLS Query.runner
			id
			projects(first: 5) { # CALLS CiRunner.projects
				nodes { id }
			}
		}
	}
\`;
export const remove = gql\`
	mutation ($input: RunnerDeleteInput!) {
		runnerDelete(input: $input) { # CALLS Mutation.runnerDelete
			errors
		}
	}
\`;
`,
		'src/router.js': `export default [
	{ path: '/runners', component: List },
	{ path: '/runners/:id', component: Show, name: 'runners/show' },
];
router.push({ path: '/runners/1' });
`,
	},
	'a reporter with two languages': {
		'go.mod': goMod('example.com/reporter'),
		'internal/sync/sync.go': `package sync

import (
	"errors"

	"gitlab.com/gitlab-org/api/client-go"
)

type store interface{ Put(key string, value any) }

type syncer struct {
	runners  gitlab.RunnersServiceInterface
	users    gitlab.UsersServiceInterface
	store    store
	pageSize int64
}

func newSyncer(c *gitlab.Client, s store) *syncer {
	return &syncer{runners: c.Runners, users: c.Users, store: s}
}

func (s *syncer) jobs(id int) error {
	jobs, _, err := s.runners.ListRunnerJobs(id, &gitlab.ListRunnerJobsOptions{}) // CALLS Runners.ListRunnerJobs
	if err != nil {
		return errors.Join(err, errors.New("runners/jobs"))
	}
	s.store.Put("runners/jobs", jobs)
	return nil
}

func (s *syncer) managers(id int) error {
	managers, _, err := s.runners.ListRunnerManagers(id) // CALLS Runners.ListRunnerManagers
	s.store.Put("managers", managers)
	_, _, _ = s.users.ListUsers(nil)
	return err
}
`,
		'web/package.json':
			'{ "dependencies": { "@gitbeaker/core": "^35.0.0", "@gitbeaker/node": "^35.0.0" } }',
		'web/src/gitlab.ts': `import { Gitlab } from '@gitbeaker/node';
import type { Gitlab as Client } from '@gitbeaker/core';

let client: Client;
export function gitlab(): Client {
	client ??= new Gitlab({ token: process.env.TOKEN });
	return client;
}
`,
		'web/src/page.ts': `import { gitlab } from './gitlab';

export async function load(project: number) {
	const { Runners } = gitlab();
	const [own, all] = await Promise.all([
		Runners.allOwned(), // CALLS Runners.allOwned
		Runners.all({ projectId: project }), // CALLS Runners.all
	]);
	return { own, all, count: own.length };
}
export const disable = (project: number, id: number) => gitlab().Runners.disable(project, id); // CALLS Runners.disable
`,
	},
};
