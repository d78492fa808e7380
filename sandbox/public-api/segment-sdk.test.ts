import sdk from '@segment/public-api-sdk-typescript'
import { describe, expect, it } from 'vitest'
import { type Client, openSandbox, someRules } from '@/sandbox/test-client'

const apiFor = ({ url }: Client, token = 'sandbox') => {
  const api = new sdk.TrackingPlansApi(url)
  api.accessToken = token
  return api
}

const track = sdk.RuleInputV1.TypeEnum.TRACK

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => expect.fail('was not refused'),
    (error: { statusCode: number; body: { errors: { message: string }[] } }) => ({
      status: error.statusCode,
      message: error.body.errors[0]?.message,
    }),
  )

const rulesOf = async (api: ReturnType<typeof apiFor>, id: string, count: number) => {
  const rules: sdk.RuleV1[] = []
  let cursor: string | undefined
  let pages = 0
  do {
    const { body } = await api.listRulesFromTrackingPlan(id, { count, cursor })
    rules.push(...(body.data?.rules ?? []))
    cursor = body.data?.pagination.next ?? undefined
    pages += 1
  } while (cursor)
  return { rules, pages }
}

const loaded = async (client: Client, count: number) => {
  await client.ask('PUT', '/_sandbox/plans/tp_load/rules', { rules: someRules(count) })
  return 'tp_load'
}

describe('the real Public API SDK against the sandbox', () => {
  it('lists the plans in use, and not the libraries', async () => {
    const { body } = await apiFor(await openSandbox()).listTrackingPlans({ count: 50 }, 'LIVE')

    expect(body.data?.trackingPlans.map(({ name }) => name)).toEqual(['Storefront', 'Mobile app'])
  })

  it('reads all rules of a plan page by page', async () => {
    const client = await openSandbox()
    const id = await loaded(client, 450)

    const { rules, pages } = await rulesOf(apiFor(client), id, 200)

    expect(pages).toBe(3)
    expect(rules.map(({ key }) => key)).toEqual(someRules(450).map(({ key }) => key))
    expect(rules[0]?.deprecatedAt).toBe('0001-01-01T00:00:00.000Z')
  })

  it('may write 200 rules in a call and not 201', async () => {
    const client = await openSandbox()
    const id = await loaded(client, 0)
    const rules = someRules(201).map((rule) => ({ ...rule, type: track }))
    const api = apiFor(client)

    expect(await refusal(api.updateRulesInTrackingPlan(id, { rules }))).toEqual({
      status: 422,
      message: '"rules" must contain less than or equal to 200 items',
    })
    const { body } = await api.updateRulesInTrackingPlan(id, { rules: rules.slice(0, 200) })
    expect(body.data?.status).toBe('SUCCESS')
  })

  it('may not replace a plan that holds more than 200 rules', async () => {
    const client = await openSandbox()
    const id = await loaded(client, 201)
    const rules = someRules(1).map((rule) => ({ ...rule, type: track }))

    expect(await refusal(apiFor(client).replaceRulesInTrackingPlan(id, { rules }))).toMatchObject({
      status: 400,
    })
  })

  it('removes 20 rules in the query; 25 are no list any more to the server and remove nothing', async () => {
    const client = await openSandbox()
    const id = await loaded(client, 30)
    const api = apiFor(client)
    const first = (count: number) =>
      someRules(count).map(({ key, version }) => ({ key, version, type: sdk.RemoveRuleV1.TypeEnum.TRACK }))
    const left = async () => (await client.ask('GET', `/_sandbox/plans/${id}/rules`)).body.rules.length

    expect(await refusal(api.removeRulesFromTrackingPlan(id, first(25)))).toMatchObject({ status: 422 })
    expect(await left()).toBe(30)
    await api.removeRulesFromTrackingPlan(id, first(20))
    expect(await left()).toBe(10)
  })

  it('is told apart by its token', async () => {
    const client = await openSandbox()
    const pagination = { count: 10 }

    expect(await refusal(apiFor(client, 'wrong').listTrackingPlans(pagination))).toMatchObject({
      status: 401,
    })
    expect(await refusal(apiFor(client, 'sandbox-no-protocols').listTrackingPlans(pagination))).toMatchObject(
      {
        status: 404,
      },
    )
    const readOnly = apiFor(client, 'sandbox-read-only')
    expect((await readOnly.listTrackingPlans(pagination)).response.statusCode).toBe(200)
    expect(await refusal(readOnly.deleteTrackingPlan('tp_x'))).toMatchObject({ status: 401 })
  })
})
