export {
  type Change,
  type ChangeKind,
  type Outcome,
  refuseChange,
} from "./account-changes.ts";
export type { AccountEvent } from "./account-events.ts";
export {
  type AccountsSetting,
  beginSignIn,
  type CodeAsked,
  changePassword,
  finishSignIn,
  type SignedIn,
  type SignInInput,
  signIn,
  signOut,
  tooManyAttempts,
  waitInWords,
  whoAmI,
} from "./accounts.ts";
export {
  confirmChange,
  createAdministrator,
  createOfficer,
  listOfficers,
  type NewAccount,
  type NewOfficer,
  type OfficerLine,
  officerByUsername,
  resetPassword,
  setActive,
} from "./accounts-admin.ts";
export type {
  Credentials,
  OpenedSession,
  PasskeyLine,
  Passkeys,
  SecondFactors,
  SessionLine,
  Throttle,
} from "./accounts-port.ts";
export { createToken, listTokens, revokeToken, type TokenLine } from "./accounts-tokens.ts";
export {
  type DelegationLine,
  delegateHead,
  endDelegation,
  listDelegations,
  type NewDelegation,
  type SignatureForm,
} from "./delegations.ts";
export { type ChangeLine, listChanges } from "./list-changes.ts";
export {
  beginPasskey,
  finishPasskey,
  myPasskeys,
  type OwnPasskeys,
  passkeyChallenge,
  removePasskey,
  signInWithPasskey,
} from "./passkeys.ts";
export { agenciesWhere, can, type Grant, type Permission, policy, type Role, roles } from "./policy.ts";
export { endRole, grantRole, type NewGrant } from "./roles.ts";
export {
  beginSecondFactor,
  confirmSecondFactor,
  demandSecondFactor,
  type OwnSecondFactor,
  ownSecondFactor,
  renewRecoveryCodes,
  resetSecondFactor,
  type SecondFactorRule,
  secondFactorRules,
  turnOffSecondFactor,
} from "./second-factor.ts";
export {
  type AccountSheet,
  accountSheet,
  endMyOtherSessions,
  endMySession,
  endSessionsOf,
  mySessions,
} from "./sessions.ts";
export {
  beginSignOnLink,
  beginSingleSignOn,
  finishSingleSignOn,
  mySingleSignOn,
  type SignOnBegun,
  unlinkSingleSignOn,
  unlinkSingleSignOnOf,
} from "./single-sign-on.ts";
export { require, type Who, whoAsks } from "./who.ts";
