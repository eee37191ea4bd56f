// Drawn from src/contract/routes.ts by `npm run generate`. Do not edit.
export const pageRoutes = {
 "bootstrap": [
  "GET",
  "/bootstrap",
  "Bootstrap"
 ],
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
 ]
} as const;
