// Drawn from src/contract by `npm run generate`. Do not edit.
export const first = {
 "routes": {
  "bootstrap": [
   "GET",
   "/bootstrap",
   "Bootstrap"
  ]
 },
 "table": {
  "Bootstrap": {
   "now": "t",
   "programRev": "d",
   "program": "?Program",
   "me": "?Me",
   "live?": {
    "events?": "s",
    "poll?": "i"
   }
  },
  "Program": {
   "id": "d",
   "rev": "d",
   "name": "s",
   "locale": "d",
   "currency": "d",
   "timeZone": "d",
   "units": "*Unit",
   "tracks": "*Track",
   "rewards": "*Reward",
   "rules": "*Rule",
   "boards?": "*Board",
   "capabilities": "*d",
   "links?": "Links"
  },
  "Unit": {
   "id": "d",
   "kind": "d",
   "label": "PluralLabel",
   "scale": "c",
   "currency?": "d",
   "spendable": "b",
   "icon?": "d",
   "shared?": "b",
   "worth?": {
    "per": "i",
    "is": "Amount"
   }
  },
  "PluralLabel": {
   "zero?": "s",
   "one?": "s",
   "two?": "s",
   "few?": "s",
   "many?": "s",
   "other": "s"
  },
  "Amount": {
   "unit": "d",
   "value": "i"
  },
  "Track": {
   "id": "d",
   "title": "s",
   "summary?": "s",
   "group?": "d",
   "icon?": "d",
   "view?": "d",
   "steps": "*Step",
   "period": "Period",
   "join": "d",
   "window?": "Window",
   "termsUrl?": "s"
  },
  "Step": {
   "id": "d",
   "title": "s",
   "icon?": "d",
   "needs": "*Amount",
   "match?": "d",
   "grants?": "*Grant",
   "perks?": "*Perk",
   "tasks?": "*Task",
   "hidden?": "b"
  },
  "Grant": {
   "$": "kind",
   "": {
    "kind": "d",
    "label?": "s"
   },
   "unit": {
    "amount?": "Amount",
    "rate?": {
     "per": "Amount",
     "give": "Amount"
    },
    "times?": "n"
   },
   "coupon": {
    "discount": "Discount",
    "minSpend?": "Amount",
    "appliesTo?": "AppliesTo",
    "cycles?": "i"
   },
   "giftCard": {
    "amount": "Amount"
   },
   "product": {
    "product": "d",
    "title": "s",
    "image?": "Image",
    "choices?": [
     "*",
     {
      "id": "d",
      "title": "s"
     }
    ]
   },
   "access": {
    "label": "s",
    "url?": "s",
    "window?": "Window"
   },
   "status": {
    "track": "d",
    "step": "d"
   },
   "entry": {
    "board": "d",
    "count": "i"
   },
   "donation": {
    "cause": "s",
    "amount?": "Amount",
    "choices?": [
     "*",
     {
      "id": "d",
      "title": "s"
     }
    ]
   },
   "custom": {
    "label": "s"
   },
   "pool": {
    "segments": "*Segment"
   }
  },
  "Discount": {
   "$": "type",
   "": {
    "type": "d",
    "label?": "s"
   },
   "percent": {
    "percent": "n",
    "upTo?": "Amount"
   },
   "amount": {
    "amount": "Amount"
   },
   "shipping": {},
   "product": {
    "product": "d",
    "title?": "s",
    "image?": "Image"
   }
  },
  "Image": {
   "url": "s",
   "width": "i",
   "height": "i",
   "alt": "s"
  },
  "AppliesTo": {
   "text?": "s"
  },
  "Window": {
   "from?": "t",
   "to?": "t"
  },
  "Segment": {
   "id": "d",
   "title": "s",
   "color?": "s",
   "odds?": "n",
   "grant": "?Grant"
  },
  "Perk": {
   "title": "s",
   "detail?": "s",
   "icon?": "d"
  },
  "Task": {
   "id": "d",
   "title": "s",
   "need": "Amount"
  },
  "Period": {
   "kind": "d",
   "length?": "d",
   "starts?": "t"
  },
  "Reward": {
   "id": "d",
   "title": "s",
   "detail?": "s",
   "image?": "Image",
   "icon?": "d",
   "group?": "d",
   "view?": "d",
   "cost": "Cost",
   "grants": "*Grant",
   "limit?": "Limit",
   "window?": "Window",
   "stock?": "?i",
   "appliesTo?": "AppliesTo",
   "termsUrl?": "s",
   "label?": "s",
   "priceNote?": "s"
  },
  "Cost": {
   "$": "kind",
   "": {
    "kind": "d",
    "label?": "s"
   },
   "free": {},
   "fixed": {
    "amount": "Amount"
   },
   "range": {
    "unit": "d",
    "min": "i",
    "max": "i",
    "step": "i",
    "gives?": "Amount"
   },
   "price": {
    "amount": "Amount",
    "every?": "d",
    "checkoutUrl?": "s"
   },
   "any": {
    "of": "*Cost"
   }
  },
  "Limit": {
   "count": "i",
   "per": "d"
  },
  "Rule": {
   "id": "d",
   "title": "s",
   "detail?": "s",
   "icon?": "d",
   "grants": "*Grant",
   "limit?": "Limit",
   "appliesTo?": "AppliesTo",
   "window?": "Window",
   "cta": {
    "kind": "d",
    "label?": "s",
    "url?": "s",
    "form?": "*Field"
   },
   "confirm": "d"
  },
  "Field": {
   "id": "d",
   "type": "d",
   "label": "s",
   "required?": "b",
   "min?": "i",
   "max?": "i",
   "options?": [
    "*",
    {
     "value": "d",
     "label": "s"
    }
   ]
  },
  "Board": {
   "id": "d",
   "title": "s",
   "view": "d",
   "unit": "d",
   "window?": "Window",
   "prizes?": [
    "*",
    {
     "from": "i",
     "to": "i",
     "grants": "*Grant"
    }
   ]
  },
  "Links": {
   "terms?": "s",
   "privacy?": "s",
   "signIn?": "s",
   "join?": "s",
   "withdrawal?": "s",
   "cancel?": "s",
   "imprint?": "s",
   "contact?": "s"
  },
  "Me": {
   "rev": "d",
   "member": "Member",
   "wallets": "*Wallet",
   "tracks": "*TrackState",
   "rewards": "*RewardState",
   "rules": "*RuleState",
   "vouchers": "*Voucher",
   "activity": "*Activity",
   "referral?": "?Referral"
  },
  "Member": {
   "id": "d",
   "name?": "?s",
   "joinedAt?": "?t",
   "birthday?": "?Birthday",
   "alias?": "?s",
   "boards?": "d",
   "consents?": "*Consent",
   "card?": {
    "format": "d",
    "value": "s"
   },
   "passes?": {
    "apple?": "s",
    "google?": "s"
   }
  },
  "Birthday": {
   "month": "i",
   "day": "i"
  },
  "Consent": {
   "id": "d",
   "label": "s",
   "granted": "?b"
  },
  "Wallet": {
   "unit": "d",
   "available": "i",
   "pending?": "?i",
   "expiring?": [
    "?*",
    {
     "value": "i",
     "at": "t"
    }
   ],
   "releases?": [
    "?*",
    {
     "value": "i",
     "at?": "?t",
     "on?": "s"
    }
   ]
  },
  "TrackState": {
   "track": "d",
   "status": "d",
   "joined?": "b",
   "step": "?d",
   "until?": "?t",
   "have": "*Amount",
   "next?": [
    "?",
    {
     "step": "d",
     "missing": "*Amount",
     "by?": "t"
    }
   ],
   "keep?": [
    "?",
    {
     "missing": "*Amount",
     "by": "t"
    }
   ],
   "fallsTo?": "?d",
   "doneCount?": "i",
   "tasksDone?": "*d",
   "streak?": {
    "now": "i",
    "best?": "i",
    "ends": "t",
    "freezes?": "i",
    "maxFreezes?": "i",
    "paused?": "b",
    "days?": [
     "*",
     {
      "date": "y",
      "done": "b",
      "frozen?": "b"
     }
    ]
   }
  },
  "RewardState": {
   "reward": "d",
   "availability": "Availability",
   "maxNow?": "i",
   "used?": "i",
   "left?": "?i",
   "raised?": "Amount",
   "raisedFor?": [
    "*",
    {
     "choice": "d",
     "raised": "Amount"
    }
   ]
  },
  "Availability": {
   "state": "d",
   "missing?": "*Amount",
   "step?": "StepRef",
   "at?": "t",
   "text?": "s"
  },
  "StepRef": {
   "track": "d",
   "step": "d"
  },
  "RuleState": {
   "rule": "d",
   "availability": "Availability"
  },
  "Voucher": {
   "id": "d",
   "title": "s",
   "status": "d",
   "source": {
    "kind": "d",
    "id?": "d"
   },
   "grant": "Grant",
   "cost?": "?Amount",
   "segment?": "d",
   "code?": "?s",
   "left?": "?Amount",
   "applyUrl?": "?s",
   "barcode?": [
    "?",
    {
     "format": "d",
     "value": "s"
    }
   ],
   "issuedAt": "t",
   "expiresAt?": "?t",
   "heldUntil?": "?t",
   "renewsAt?": "?t",
   "usedAt?": "?t",
   "seenAt?": "?t",
   "undoUntil?": "?t",
   "steps?": "*s",
   "termsUrl?": "s"
  },
  "Activity": {
   "id": "d",
   "at": "t",
   "kind": "d",
   "title": "s",
   "amounts": "*Amount",
   "state": "d",
   "releasesAt?": "?t",
   "expiresAt?": "?t",
   "ref?": {
    "kind": "d",
    "id": "d"
   },
   "because?": [
    "*",
    {
     "text": "s",
     "rule?": "d",
     "times?": "n",
     "amounts?": "*Amount"
    }
   ]
  },
  "Referral": {
   "url": "s",
   "code?": "s",
   "channels?": "*d",
   "give?": "*Grant",
   "get?": "*Grant",
   "stats?": {
    "sent?": "i",
    "joined?": "i",
    "completed?": "i"
   },
   "friends?": [
    "*",
    {
     "name": "?s",
     "state": "d",
     "at": "t"
    }
   ]
  },
  "Problem": {
   "title": "s",
   "status": "i",
   "detail?": "s",
   "code": "d",
   "retry": "d",
   "after?": "i",
   "availability?": "Availability",
   "errors?": [
    "*",
    {
     "detail": "s",
     "pointer": "s"
    }
   ]
  }
 }
} as const;
