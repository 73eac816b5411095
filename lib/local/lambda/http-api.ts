/** HTTP APIs of API Gateway: each has its own port on 127.0.0.1 and hands its requests to Lambdas. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Provider, Provisioned, Resource } from '../service.ts';
import { listenHttp } from './http-listener.ts';
import type { HttpListener } from './http-listener.ts';
import { answerHttp } from './http-serve.ts';
import type { HttpTargets, ServedRoutes } from './http-serve.ts';

/** An API with the address where it is served. */
export type ServedApi = {
  readonly stack: string;
  readonly logicalId: string;
  readonly name: string;
  readonly url: string;
};

export type HttpApis = Provider & { readonly list: () => readonly ServedApi[]; close(): Promise<void> };

export type HttpApiOptions = HttpTargets & {
  /** Port of an API; 0 for any free one. */
  readonly port: (logicalId: string) => number;
};

type Api = ServedRoutes & { readonly served: ServedApi; readonly listener: HttpListener };

const never = (reason: string) => z.undefined(reason).optional();

const apiShape = z.object({
  Name: z.string(),
  ProtocolType: z.literal('HTTP', 'only HTTP APIs run here'),
  CorsConfiguration: never('CORS is not imitated'),
});

const integrationShape = z.object({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY', 'only Lambdas can be integrated here'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0', 'only payload format 2.0 is imitated'),
  TimeoutInMillis: z.int().min(50).max(30_000).default(30_000),
});

const routeShape = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.literal('NONE', 'authorizers are not imitated').optional(),
});

const stageShape = z.object({ ApiId: z.string(), StageName: z.string() });

/** Ten characters, the same at every start. */
const idOf = ({ stack, logicalId }: Resource): string =>
  createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, 10);

export const openHttpApis = (options: HttpApiOptions): HttpApis => {
  const apis = new Map<string, Api>();

  const api = (id: string): Api => {
    const found = apis.get(id);
    if (found === undefined) throw new Error(`no HTTP API ${id}`);
    return found;
  };

  const makeApi = async (resource: Resource): Promise<Provisioned> => {
    const { Name: name } = apiShape.parse(resource.properties);
    const id = idOf(resource);
    const listener = await listenHttp(
      (request) => answerHttp(api(id), request, options),
      options.port(resource.logicalId),
    );
    const served = { stack: resource.stack, logicalId: resource.logicalId, name, url: listener.url };
    apis.set(id, { id, served, listener, routes: [], integrations: new Map(), stages: new Set() });
    return { ref: id, attributes: { ApiEndpoint: listener.url, ApiId: id } };
  };

  const makeIntegration = (resource: Resource): Provisioned => {
    const shape = integrationShape.parse(resource.properties);
    const target = options.find(shape.IntegrationUri);
    if (target === undefined) throw new Error(`no function ${shape.IntegrationUri}`);
    const id = idOf(resource);
    api(shape.ApiId).integrations.set(id, { functionName: target.name, timeoutMs: shape.TimeoutInMillis });
    return { ref: id, attributes: { IntegrationId: id } };
  };

  const makeRoute = (resource: Resource): Provisioned => {
    const shape = routeShape.parse(resource.properties);
    const integrationId = shape.Target.replace(/^integrations\//u, '');
    api(shape.ApiId).routes.push({ key: shape.RouteKey, integrationId });
    const id = idOf(resource);
    return { ref: id, attributes: { RouteId: id } };
  };

  const makeStage = ({ properties }: Resource): Provisioned => {
    const shape = stageShape.parse(properties);
    api(shape.ApiId).stages.add(shape.StageName);
    return { ref: shape.StageName, attributes: {} };
  };

  const makers = new Map<string, (resource: Resource) => Provisioned | Promise<Provisioned>>([
    ['AWS::ApiGatewayV2::Api', makeApi],
    ['AWS::ApiGatewayV2::Integration', makeIntegration],
    ['AWS::ApiGatewayV2::Route', makeRoute],
    ['AWS::ApiGatewayV2::Stage', makeStage],
  ]);

  return {
    types: [...makers.keys()],
    provision: (resource) => {
      const make = makers.get(resource.type);
      if (make === undefined) throw new Error(`API Gateway makes no ${resource.type}`);
      return make(resource);
    },
    list: () => [...apis.values()].map(({ served }) => served),
    close: async () => {
      await Promise.all([...apis.values()].map(({ listener }) => listener.close()));
    },
  };
};
