// Drawn from src/contract by `npm run generate`. Do not edit.
export const more = {
 "routes": {
  "activity": [
   "GET",
   "/activity",
   "ActivityPage"
  ],
  "vouchers": [
   "GET",
   "/vouchers",
   "VoucherPage"
  ],
  "voucher": [
   "GET",
   "/vouchers/{id}",
   "Voucher"
  ],
  "quote": [
   "POST",
   "/rewards/{id}/quote",
   "Quote"
  ],
  "cart": [
   "POST",
   "/cart/preview",
   "CartPreview"
  ],
  "redeem": [
   "POST",
   "/rewards/{id}/redeem",
   "RedeemResult"
  ],
  "cancel": [
   "POST",
   "/vouchers/{id}/cancel",
   "Outcome"
  ],
  "seen": [
   "POST",
   "/vouchers/{id}/seen",
   "Outcome"
  ],
  "complete": [
   "POST",
   "/rules/{id}/complete",
   "Outcome"
  ],
  "optIn": [
   "POST",
   "/tracks/{id}/join",
   "Outcome"
  ],
  "optOut": [
   "DELETE",
   "/tracks/{id}/join",
   "Outcome"
  ],
  "events": [
   "GET",
   "/events",
   "Changes"
  ],
  "join": [
   "POST",
   "/join",
   "Outcome"
  ],
  "profile": [
   "PATCH",
   "/me",
   "Outcome"
  ],
  "leave": [
   "DELETE",
   "/me",
   "Outcome"
  ],
  "export": [
   "GET",
   "/me/export",
   "Export"
  ],
  "board": [
   "GET",
   "/boards/{id}",
   "BoardPage"
  ],
  "invites": [
   "POST",
   "/referral/invites",
   "Outcome"
  ],
  "claims": [
   "POST",
   "/referral/claims",
   "ClaimResult"
  ]
 },
 "table": {
  "ActivityPage": {
   "items": "*Activity",
   "next?": "?s"
  },
  "VoucherPage": {
   "items": "*Voucher",
   "next?": "?s"
  },
  "Quote": {
   "quote": "d",
   "expiresAt": "t",
   "cost": "Amount",
   "grants": "*Grant",
   "availability": "Availability"
  },
  "CartPreview": {
   "earns": "*Amount",
   "tracks?": [
    "*",
    {
     "track": "d",
     "reaches?": "?d",
     "have?": "*Amount"
    }
   ],
   "rewards?": [
    "*",
    {
     "reward": "d",
     "availability": "Availability",
     "saves?": "Amount",
     "combines?": "b"
    }
   ],
   "vouchers?": [
    "*",
    {
     "voucher": "d",
     "availability": "Availability",
     "saves?": "Amount",
     "combines?": "b"
    }
   ],
   "best?": {
    "kind": "d",
    "id": "d"
   }
  },
  "RedeemResult": {
   "voucher": "Voucher",
   "changes": "Changes"
  },
  "Changes": {
   "rev": "d",
   "member?": "Member",
   "wallets?": "*Wallet",
   "tracks?": "*TrackState",
   "rewards?": "*RewardState",
   "rules?": "*RuleState",
   "vouchers?": "*Voucher",
   "activity?": "*Activity",
   "referral?": "?Referral"
  },
  "Outcome": {
   "voucher?": "Voucher",
   "changes": "Changes"
  },
  "Export": "%a",
  "BoardPage": {
   "board": "d",
   "asOf": "t",
   "items": [
    "*",
    {
     "rank": "i",
     "name": "s",
     "value": "i",
     "me?": "b"
    }
   ],
   "me?": [
    "?",
    {
     "rank?": "i",
     "value": "i"
    }
   ],
   "next?": "?s",
   "total?": "i",
   "members?": "i",
   "closedAt?": "t"
  },
  "ClaimResult": {
   "code": "d",
   "state": "d",
   "from?": "?s",
   "give": "*Grant",
   "changes?": "Changes"
  }
 }
} as const;
