export {
  type DeliveryMethod,
  deliveryMethods,
  type NewDelivery,
  type RecipientRole,
  recipientRoles,
  recordDeliveries,
  recordReceipt,
} from "./deliveries.ts";
