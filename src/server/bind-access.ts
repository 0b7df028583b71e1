import * as access from "../casework/access/index.ts";
import type { Asker } from "../casework/setting.ts";
import { transaction } from "../store/index.ts";
import { bound } from "./bound.ts";

/** Accounts, sign-in and roles, with their setting given. */
export function bindAccess(accounts: access.AccountsSetting) {
  return {
    signIn: (input: access.SignInInput) => access.signIn(accounts, input),
    beginSignIn: (input: access.SignInInput) => access.beginSignIn(accounts, input),
    finishSignIn: (input: Parameters<typeof access.finishSignIn>[1]) => access.finishSignIn(accounts, input),
    signOut: (asker: Asker) => access.signOut(accounts, asker),
    changePassword: bound(accounts, access.changePassword),
    /** Who asks, with today's roles. Throws "not-signed-in". */
    me: (asker: Asker) => transaction(accounts.store, asker, access.whoAsks, { readOnly: true }),
    /** The same with the name of the agency in which the first role holds. */
    whoAmI: (asker: Asker) => access.whoAmI(accounts, asker),
    createAdministrator: bound(accounts, access.createAdministrator),
    createOfficer: bound(accounts, access.createOfficer),
    resetPassword: bound(accounts, access.resetPassword),
    setActive: bound(accounts, access.setActive),
    mySessions: (asker: Asker) => access.mySessions(accounts, asker),
    endMySession: bound(accounts, access.endMySession),
    endMyOtherSessions: (asker: Asker) => access.endMyOtherSessions(accounts, asker),
    endSessionsOf: bound(accounts, access.endSessionsOf),
    accountSheet: bound(accounts, access.accountSheet),
    myPasskeys: (asker: Asker) => access.myPasskeys(accounts, asker),
    beginPasskey: bound(accounts, access.beginPasskey),
    finishPasskey: bound(accounts, access.finishPasskey),
    removePasskey: bound(accounts, access.removePasskey),
    arePasskeysPossible: accounts.passkeys.isPossible,
    passkeyChallenge: () => access.passkeyChallenge(accounts),
    signInWithPasskey: (input: Parameters<typeof access.signInWithPasskey>[1]) =>
      access.signInWithPasskey(accounts, input),
    /** The name of the provider of single sign-on; null where none is configured. */
    singleSignOnName: accounts.signOn.provider?.name ?? null,
    beginSingleSignOn: () => access.beginSingleSignOn(accounts),
    finishSingleSignOn: bound(accounts, access.finishSingleSignOn),
    mySingleSignOn: (asker: Asker) => access.mySingleSignOn(accounts, asker),
    beginSignOnLink: bound(accounts, access.beginSignOnLink),
    unlinkSingleSignOn: bound(accounts, access.unlinkSingleSignOn),
    unlinkSingleSignOnOf: bound(accounts, access.unlinkSingleSignOnOf),
    ownSecondFactor: (asker: Asker) => access.ownSecondFactor(accounts, asker),
    beginSecondFactor: (asker: Asker) => access.beginSecondFactor(accounts, asker),
    confirmSecondFactor: bound(accounts, access.confirmSecondFactor),
    turnOffSecondFactor: bound(accounts, access.turnOffSecondFactor),
    renewRecoveryCodes: bound(accounts, access.renewRecoveryCodes),
    resetSecondFactor: bound(accounts, access.resetSecondFactor),
    demandSecondFactor: bound(accounts, access.demandSecondFactor),
    secondFactorRules: (asker: Asker) => access.secondFactorRules(accounts, asker),
    grantRole: bound(accounts, access.grantRole),
    endRole: bound(accounts, access.endRole),
    /** What waits for a second administrator, and what was decided lately. */
    listChanges: (asker: Asker) => access.listChanges(accounts, asker),
    confirmChange: bound(accounts, access.confirmChange),
    refuseChange: bound(accounts, access.refuseChange),
    delegateHead: bound(accounts, access.delegateHead),
    endDelegation: bound(accounts, access.endDelegation),
    listDelegations: bound(accounts, access.listDelegations),
    listOfficers: bound(accounts, access.listOfficers),
    officerByUsername: bound(accounts, access.officerByUsername),
    createToken: bound(accounts, access.createToken),
    revokeToken: bound(accounts, access.revokeToken),
    listTokens: (asker: Asker) => access.listTokens(accounts, asker),
  };
}
