/**
 * Generated from the migrations by `npm run types`; never edited by hand. Tables, views and functions of the Data API as
 * supabase-js reads them.
 */
export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: "14.1"
  }
  public: {
    Tables: {
      adjustments: {
        Row: {
          amount: number
          created_at: string
          created_by: string | null
          home_branch_id: number
          id: number
          kind: string
          label: string
          month: string
          reason: string
          requester_id: number
          source_month: string | null
          taxable: boolean
        }
        Insert: {
          amount: number
          created_at?: string
          created_by?: string | null
          home_branch_id: number
          id?: never
          kind: string
          label: string
          month: string
          reason: string
          requester_id: number
          source_month?: string | null
          taxable: boolean
        }
        Update: {
          amount?: number
          created_at?: string
          created_by?: string | null
          home_branch_id?: number
          id?: never
          kind?: string
          label?: string
          month?: string
          reason?: string
          requester_id?: number
          source_month?: string | null
          taxable?: boolean
        }
        Relationships: [
          {
            foreignKeyName: "adjustments_home_branch_id_fkey"
            columns: ["home_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "adjustments_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      advance_ledger: {
        Row: {
          acceptance_no: string
          advanced_on: string
          agent_branch_id: number
          amount: number
          application_id: number
          billing_month: string | null
          created_at: string
          fee_kind: string
          home_branch_id: number
          id: number
          matched_line_id: number | null
          paid_acceptance_no: string
          requester_id: number
          site_id: number
          vehicle_kind: string
          written_off_at: string | null
          written_off_by: string | null
          written_off_reason: string | null
        }
        Insert: {
          acceptance_no: string
          advanced_on: string
          agent_branch_id: number
          amount: number
          application_id: number
          billing_month?: string | null
          created_at?: string
          fee_kind: string
          home_branch_id: number
          id?: never
          matched_line_id?: number | null
          paid_acceptance_no: string
          requester_id: number
          site_id: number
          vehicle_kind: string
          written_off_at?: string | null
          written_off_by?: string | null
          written_off_reason?: string | null
        }
        Update: {
          acceptance_no?: string
          advanced_on?: string
          agent_branch_id?: number
          amount?: number
          application_id?: number
          billing_month?: string | null
          created_at?: string
          fee_kind?: string
          home_branch_id?: number
          id?: never
          matched_line_id?: number | null
          paid_acceptance_no?: string
          requester_id?: number
          site_id?: number
          vehicle_kind?: string
          written_off_at?: string | null
          written_off_by?: string | null
          written_off_reason?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "advance_ledger_application_id_fkey"
            columns: ["application_id"]
            referencedRelation: "applications"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "advance_ledger_matched_line_id_fkey"
            columns: ["matched_line_id"]
            referencedRelation: "payee_lines"
            referencedColumns: ["id"]
          },
        ]
      }
      agent_certificates: {
        Row: {
          branch_id: number
          created_at: string
          ends_on: string
          holder: string
          id: number
          kind: string
          note: string | null
          revoked_on: string | null
          serial_no: string | null
          starts_on: string
          version: number
        }
        Insert: {
          branch_id: number
          created_at?: string
          ends_on: string
          holder: string
          id?: never
          kind: string
          note?: string | null
          revoked_on?: string | null
          serial_no?: string | null
          starts_on: string
          version?: number
        }
        Update: {
          branch_id?: number
          created_at?: string
          ends_on?: string
          holder?: string
          id?: never
          kind?: string
          note?: string | null
          revoked_on?: string | null
          serial_no?: string | null
          starts_on?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "agent_certificates_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      agent_offices: {
        Row: {
          branch_id: number
          kei_payment: string | null
          kei_pickup_filed: string | null
          kei_pickup_name: string | null
          kei_user_id: string | null
          registered_payment: string | null
          registered_user_id: string | null
          version: number
        }
        Insert: {
          branch_id: number
          kei_payment?: string | null
          kei_pickup_filed?: string | null
          kei_pickup_name?: string | null
          kei_user_id?: string | null
          registered_payment?: string | null
          registered_user_id?: string | null
          version?: number
        }
        Update: {
          branch_id?: number
          kei_payment?: string | null
          kei_pickup_filed?: string | null
          kei_pickup_name?: string | null
          kei_user_id?: string | null
          registered_payment?: string | null
          registered_user_id?: string | null
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "agent_offices_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      ainas_bills: {
        Row: {
          amount: number
          booked_at: string
          booked_by: string | null
          count: number
          month: string
          note: string | null
        }
        Insert: {
          amount: number
          booked_at?: string
          booked_by?: string | null
          count: number
          month: string
          note?: string | null
        }
        Update: {
          amount?: number
          booked_at?: string
          booked_by?: string | null
          count?: number
          month?: string
          note?: string | null
        }
        Relationships: []
      }
      ainas_export_cases: {
        Row: {
          agent_branch_id: number
          application_id: number
          export_id: number
        }
        Insert: {
          agent_branch_id: number
          application_id: number
          export_id: number
        }
        Update: {
          agent_branch_id?: number
          application_id?: number
          export_id?: number
        }
        Relationships: [
          {
            foreignKeyName: "ainas_export_cases_application_id_fkey"
            columns: ["application_id"]
            referencedRelation: "applications"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "ainas_export_cases_export_id_fkey"
            columns: ["export_id"]
            referencedRelation: "ainas_exports"
            referencedColumns: ["id"]
          },
        ]
      }
      ainas_exports: {
        Row: {
          again_count: number
          branch_id: number
          case_count: number
          created_at: string
          format: string
          id: number
          made_by: string | null
          made_name: string | null
          on_behalf: boolean
        }
        Insert: {
          again_count: number
          branch_id: number
          case_count: number
          created_at?: string
          format: string
          id?: never
          made_by?: string | null
          made_name?: string | null
          on_behalf?: boolean
        }
        Update: {
          again_count?: number
          branch_id?: number
          case_count?: number
          created_at?: string
          format?: string
          id?: never
          made_by?: string | null
          made_name?: string | null
          on_behalf?: boolean
        }
        Relationships: [
          {
            foreignKeyName: "ainas_exports_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      api_keys: {
        Row: {
          created_at: string
          created_name: string | null
          id: number
          key_hash: string
          last_used_at: string | null
          may_send: boolean
          name: string
          prefix: string
          requester_id: number
          revoked_at: string | null
          revoked_name: string | null
          user_id: string
        }
        Insert: {
          created_at?: string
          created_name?: string | null
          id?: never
          key_hash: string
          last_used_at?: string | null
          may_send?: boolean
          name: string
          prefix: string
          requester_id: number
          revoked_at?: string | null
          revoked_name?: string | null
          user_id: string
        }
        Update: {
          created_at?: string
          created_name?: string | null
          id?: never
          key_hash?: string
          last_used_at?: string | null
          may_send?: boolean
          name?: string
          prefix?: string
          requester_id?: number
          revoked_at?: string | null
          revoked_name?: string | null
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "api_keys_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "api_keys_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "members"
            referencedColumns: ["user_id"]
          },
        ]
      }
      application_events: {
        Row: {
          actor_id: string | null
          actor_name: string | null
          actor_role: string | null
          agent_branch_id: number
          application_id: number
          created_at: string
          details: NonNullable<Json>
          event: string
          from_filing_status: string | null
          from_oss_status: string | null
          home_branch_id: number
          id: number
          note: string | null
          on_behalf: boolean
          requester_id: number
          site_id: number
          source: string
          to_filing_status: string
          to_oss_status: string | null
          transaction_id: unknown
          vehicle_kind: string
        }
        Insert: {
          actor_id?: string | null
          actor_name?: string | null
          actor_role?: string | null
          agent_branch_id: number
          application_id: number
          created_at?: string
          details?: NonNullable<Json>
          event: string
          from_filing_status?: string | null
          from_oss_status?: string | null
          home_branch_id: number
          id?: never
          note?: string | null
          on_behalf?: boolean
          requester_id: number
          site_id: number
          source: string
          to_filing_status: string
          to_oss_status?: string | null
          transaction_id?: unknown
          vehicle_kind: string
        }
        Update: {
          actor_id?: string | null
          actor_name?: string | null
          actor_role?: string | null
          agent_branch_id?: number
          application_id?: number
          created_at?: string
          details?: NonNullable<Json>
          event?: string
          from_filing_status?: string | null
          from_oss_status?: string | null
          home_branch_id?: number
          id?: never
          note?: string | null
          on_behalf?: boolean
          requester_id?: number
          site_id?: number
          source?: string
          to_filing_status?: string
          to_oss_status?: string | null
          transaction_id?: unknown
          vehicle_kind?: string
        }
        Relationships: [
          {
            foreignKeyName: "application_events_application_id_fkey"
            columns: ["application_id"]
            referencedRelation: "applications"
            referencedColumns: ["id"]
          },
        ]
      }
      application_templates: {
        Row: {
          id: number
          is_default: boolean
          name: string
          requester_id: number
          site_id: number | null
          values: NonNullable<Json>
          vehicle_kind: string | null
          version: number
        }
        Insert: {
          id?: never
          is_default?: boolean
          name: string
          requester_id: number
          site_id?: number | null
          values?: NonNullable<Json>
          vehicle_kind?: string | null
          version?: number
        }
        Update: {
          id?: never
          is_default?: boolean
          name?: string
          requester_id?: number
          site_id?: number | null
          values?: NonNullable<Json>
          vehicle_kind?: string | null
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "application_templates_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "application_templates_site_id_requester_id_fkey"
            columns: ["site_id", "requester_id"]
            referencedRelation: "sites"
            referencedColumns: ["id", "requester_id"]
          },
        ]
      }
      application_vehicle_users: {
        Row: {
          address_1: string | null
          address_2: string | null
          agent_branch_id: number
          application_id: number
          name: string | null
          name_key: string | null
          ownership: string | null
          representative: string | null
          requester_id: number
          site_id: number
          updated_at: string
        }
        Insert: {
          address_1?: string | null
          address_2?: string | null
          agent_branch_id: number
          application_id: number
          name?: string | null
          name_key?: never
          ownership?: string | null
          representative?: string | null
          requester_id: number
          site_id: number
          updated_at?: string
        }
        Update: {
          address_1?: string | null
          address_2?: string | null
          agent_branch_id?: number
          application_id?: number
          name?: string | null
          name_key?: never
          ownership?: string | null
          representative?: string | null
          requester_id?: number
          site_id?: number
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: "application_vehicle_users_application_id_fkey"
            columns: ["application_id"]
            referencedRelation: "applications"
            referencedColumns: ["id"]
          },
        ]
      }
      applications: {
        Row: {
          acceptance_no: string | null
          account_ref: string | null
          agent_branch_id: number
          agent_updated_at: string | null
          application_no: string | null
          application_type: string
          billing_month: string | null
          cashless: boolean
          certificate_no: string | null
          certificate_period: string | null
          chassis_no: string
          completed_on: string | null
          created_at: string
          created_by: string | null
          custom_1: string | null
          custom_2: string | null
          custom_3: string | null
          custom_4: string | null
          custom_5: string | null
          due_notice_flag: boolean
          filed_at: string | null
          filing_office: string | null
          filing_status: string
          held_by: string | null
          held_until: string | null
          hold_problem: Json | null
          home_branch_id: number
          hotekisho_checked_on: string | null
          hotekisho_obtained: boolean | null
          hotekisho_ready: boolean
          hotekisho_reregistered: boolean
          id: number
          inspected_on: string | null
          inspection_expires_on: string | null
          inspection_fee_waived: boolean
          issue_judgement: string | null
          issue_ready_on: string | null
          liability_checked_on: string | null
          liability_ends_on: string | null
          liability_obtained: boolean | null
          liability_ready: boolean
          mandate_kind: string | null
          mandate_on: string | null
          memo: string | null
          message_flag: boolean
          mirrored_at: string | null
          needs_review: boolean
          no_plate_class: boolean
          notice_flag: boolean
          option_code: string | null
          oss_status: string | null
          oss_status_label: string | null
          oss_status_raw: string | null
          outcome: string
          parking_fine_receipt: boolean
          person_erased: boolean
          planned_on: string | null
          plate_area: string | null
          plate_class: string | null
          plate_kana: string | null
          plate_number: string | null
          plate_raw: string | null
          previous_acceptance_no: string | null
          procedure_completed_on: string | null
          re_stamped: boolean
          receipt_by: string | null
          record_agent_name: string | null
          record_agent_no: string | null
          request_no: string
          requested_at: string | null
          requester_id: number
          requester_updated_at: string | null
          resume_status_raw: string | null
          review_requested_at: string | null
          shortening_allowed: boolean
          site_id: number
          small_plate: boolean
          source: string
          status_changed_at: string
          suspension_reserved: boolean
          tech_fee_waived: boolean
          update_method: string
          vehicle_kind: string
          version: number
          available_events: string[] | null
          request_kinds: string[] | null
        }
        Insert: {
          acceptance_no?: string | null
          account_ref?: string | null
          agent_branch_id: number
          agent_updated_at?: string | null
          application_no?: string | null
          application_type?: string
          billing_month?: string | null
          cashless?: boolean
          certificate_no?: string | null
          certificate_period?: string | null
          chassis_no: string
          completed_on?: string | null
          created_at?: string
          created_by?: string | null
          custom_1?: string | null
          custom_2?: string | null
          custom_3?: string | null
          custom_4?: string | null
          custom_5?: string | null
          due_notice_flag?: boolean
          filed_at?: string | null
          filing_office?: string | null
          filing_status?: string
          held_by?: string | null
          held_until?: string | null
          hold_problem?: Json | null
          home_branch_id: number
          hotekisho_checked_on?: string | null
          hotekisho_obtained?: boolean | null
          hotekisho_ready?: boolean
          hotekisho_reregistered?: boolean
          id?: never
          inspected_on?: string | null
          inspection_expires_on?: string | null
          inspection_fee_waived?: boolean
          issue_judgement?: string | null
          issue_ready_on?: string | null
          liability_checked_on?: string | null
          liability_ends_on?: string | null
          liability_obtained?: boolean | null
          liability_ready?: boolean
          mandate_kind?: string | null
          mandate_on?: string | null
          memo?: string | null
          message_flag?: boolean
          mirrored_at?: string | null
          needs_review?: boolean
          no_plate_class?: boolean
          notice_flag?: boolean
          option_code?: string | null
          oss_status?: string | null
          oss_status_label?: string | null
          oss_status_raw?: string | null
          outcome?: string
          parking_fine_receipt?: boolean
          person_erased?: boolean
          planned_on?: string | null
          plate_area?: string | null
          plate_class?: string | null
          plate_kana?: string | null
          plate_number?: string | null
          plate_raw?: string | null
          previous_acceptance_no?: string | null
          procedure_completed_on?: string | null
          re_stamped?: boolean
          receipt_by?: string | null
          record_agent_name?: string | null
          record_agent_no?: string | null
          request_no?: string
          requested_at?: string | null
          requester_id: number
          requester_updated_at?: string | null
          resume_status_raw?: string | null
          review_requested_at?: string | null
          shortening_allowed?: boolean
          site_id: number
          small_plate?: boolean
          source?: string
          status_changed_at?: string
          suspension_reserved?: boolean
          tech_fee_waived?: boolean
          update_method?: string
          vehicle_kind: string
          version?: number
        }
        Update: {
          acceptance_no?: string | null
          account_ref?: string | null
          agent_branch_id?: number
          agent_updated_at?: string | null
          application_no?: string | null
          application_type?: string
          billing_month?: string | null
          cashless?: boolean
          certificate_no?: string | null
          certificate_period?: string | null
          chassis_no?: string
          completed_on?: string | null
          created_at?: string
          created_by?: string | null
          custom_1?: string | null
          custom_2?: string | null
          custom_3?: string | null
          custom_4?: string | null
          custom_5?: string | null
          due_notice_flag?: boolean
          filed_at?: string | null
          filing_office?: string | null
          filing_status?: string
          held_by?: string | null
          held_until?: string | null
          hold_problem?: Json | null
          home_branch_id?: number
          hotekisho_checked_on?: string | null
          hotekisho_obtained?: boolean | null
          hotekisho_ready?: boolean
          hotekisho_reregistered?: boolean
          id?: never
          inspected_on?: string | null
          inspection_expires_on?: string | null
          inspection_fee_waived?: boolean
          issue_judgement?: string | null
          issue_ready_on?: string | null
          liability_checked_on?: string | null
          liability_ends_on?: string | null
          liability_obtained?: boolean | null
          liability_ready?: boolean
          mandate_kind?: string | null
          mandate_on?: string | null
          memo?: string | null
          message_flag?: boolean
          mirrored_at?: string | null
          needs_review?: boolean
          no_plate_class?: boolean
          notice_flag?: boolean
          option_code?: string | null
          oss_status?: string | null
          oss_status_label?: string | null
          oss_status_raw?: string | null
          outcome?: string
          parking_fine_receipt?: boolean
          person_erased?: boolean
          planned_on?: string | null
          plate_area?: string | null
          plate_class?: string | null
          plate_kana?: string | null
          plate_number?: string | null
          plate_raw?: string | null
          previous_acceptance_no?: string | null
          procedure_completed_on?: string | null
          re_stamped?: boolean
          receipt_by?: string | null
          record_agent_name?: string | null
          record_agent_no?: string | null
          request_no?: string
          requested_at?: string | null
          requester_id?: number
          requester_updated_at?: string | null
          resume_status_raw?: string | null
          review_requested_at?: string | null
          shortening_allowed?: boolean
          site_id?: number
          small_plate?: boolean
          source?: string
          status_changed_at?: string
          suspension_reserved?: boolean
          tech_fee_waived?: boolean
          update_method?: string
          vehicle_kind?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "applications_agent_branch_id_fkey"
            columns: ["agent_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "applications_home_branch_id_fkey"
            columns: ["home_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "applications_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "applications_site_id_requester_id_fkey"
            columns: ["site_id", "requester_id"]
            referencedRelation: "sites"
            referencedColumns: ["id", "requester_id"]
          },
        ]
      }
      approvals: {
        Row: {
          about: NonNullable<Json>
          act: string
          decided_at: string | null
          decided_by: string | null
          decided_by_name: string | null
          expires_at: string
          id: number
          note: string | null
          payload: NonNullable<Json>
          reason: string | null
          requested_at: string
          requested_by: string
          requested_by_name: string
          state: string
        }
        Insert: {
          about?: NonNullable<Json>
          act: string
          decided_at?: string | null
          decided_by?: string | null
          decided_by_name?: string | null
          expires_at: string
          id?: never
          note?: string | null
          payload: NonNullable<Json>
          reason?: string | null
          requested_at?: string
          requested_by: string
          requested_by_name: string
          state?: string
        }
        Update: {
          about?: NonNullable<Json>
          act?: string
          decided_at?: string | null
          decided_by?: string | null
          decided_by_name?: string | null
          expires_at?: string
          id?: never
          note?: string | null
          payload?: NonNullable<Json>
          reason?: string | null
          requested_at?: string
          requested_by?: string
          requested_by_name?: string
          state?: string
        }
        Relationships: []
      }
      arrival_passwords: {
        Row: {
          branch_id: number
          cipher: string
          created_at: string
          created_by: string | null
          created_name: string | null
          id: number
          valid_from: string
          valid_to: string | null
          vehicle_kind: string
        }
        Insert: {
          branch_id: number
          cipher: string
          created_at?: string
          created_by?: string | null
          created_name?: string | null
          id?: never
          valid_from: string
          valid_to?: string | null
          vehicle_kind: string
        }
        Update: {
          branch_id?: number
          cipher?: string
          created_at?: string
          created_by?: string | null
          created_name?: string | null
          id?: never
          valid_from?: string
          valid_to?: string | null
          vehicle_kind?: string
        }
        Relationships: [
          {
            foreignKeyName: "arrival_passwords_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      audit_log: {
        Row: {
          action: string
          actor_id: string | null
          actor_name: string | null
          after: Json | null
          at: string
          before: Json | null
          branch_id: number | null
          id: number
          subject: string
          subject_id: string
        }
        Insert: {
          action: string
          actor_id?: string | null
          actor_name?: string | null
          after?: Json | null
          at?: string
          before?: Json | null
          branch_id?: number | null
          id?: never
          subject: string
          subject_id: string
        }
        Update: {
          action?: string
          actor_id?: string | null
          actor_name?: string | null
          after?: Json | null
          at?: string
          before?: Json | null
          branch_id?: number | null
          id?: never
          subject?: string
          subject_id?: string
        }
        Relationships: []
      }
      billing_months: {
        Row: {
          closed_at: string | null
          closed_by: string | null
          last_number: number
          month: string
          published_at: string | null
          published_by: string | null
          reason: string | null
          reopened_at: string | null
          reopened_by: string | null
          status: string
        }
        Insert: {
          closed_at?: string | null
          closed_by?: string | null
          last_number?: number
          month: string
          published_at?: string | null
          published_by?: string | null
          reason?: string | null
          reopened_at?: string | null
          reopened_by?: string | null
          status: string
        }
        Update: {
          closed_at?: string | null
          closed_by?: string | null
          last_number?: number
          month?: string
          published_at?: string | null
          published_by?: string | null
          reason?: string | null
          reopened_at?: string | null
          reopened_by?: string | null
          status?: string
        }
        Relationships: []
      }
      branches: {
        Row: {
          address: string | null
          code: string
          email: string | null
          id: number
          name: string
          office: string
          phone: string | null
          postal_code: string | null
          region: string
          version: number
        }
        Insert: {
          address?: string | null
          code: string
          email?: string | null
          id?: never
          name: string
          office: string
          phone?: string | null
          postal_code?: string | null
          region: string
          version?: number
        }
        Update: {
          address?: string | null
          code?: string
          email?: string | null
          id?: never
          name?: string
          office?: string
          phone?: string | null
          postal_code?: string | null
          region?: string
          version?: number
        }
        Relationships: []
      }
      card_consents: {
        Row: {
          agent_branch_id: number
          agreed: boolean
          application_id: number
          card_id: number
          consent_text: string
          created_at: string
          home_branch_id: number
          id: number
          person_id: string | null
          person_name: string
          person_role: string
          requester_id: number
          signed_name: string | null
          site_id: number
          via: string
        }
        Insert: {
          agent_branch_id: number
          agreed: boolean
          application_id: number
          card_id: number
          consent_text: string
          created_at?: string
          home_branch_id: number
          id?: never
          person_id?: string | null
          person_name: string
          person_role: string
          requester_id: number
          signed_name?: string | null
          site_id: number
          via: string
        }
        Update: {
          agent_branch_id?: number
          agreed?: boolean
          application_id?: number
          card_id?: number
          consent_text?: string
          created_at?: string
          home_branch_id?: number
          id?: never
          person_id?: string | null
          person_name?: string
          person_role?: string
          requester_id?: number
          signed_name?: string | null
          site_id?: number
          via?: string
        }
        Relationships: [
          {
            foreignKeyName: "card_consents_card_id_fkey"
            columns: ["card_id"]
            referencedRelation: "contact_cards"
            referencedColumns: ["id"]
          },
        ]
      }
      cars: {
        Row: {
          chassis_no: string
          expiry_estimated: boolean
          id: number
          last_application_id: number
          last_on: string
          last_outcome: string
          next_expires_on: string | null
          plate_area: string | null
          plate_class: string | null
          plate_kana: string | null
          plate_number: string | null
          requester_id: number
          site_id: number
          small_plate: boolean
          vehicle_kind: string
        }
        Insert: {
          chassis_no: string
          expiry_estimated: boolean
          id?: never
          last_application_id: number
          last_on: string
          last_outcome: string
          next_expires_on?: string | null
          plate_area?: string | null
          plate_class?: string | null
          plate_kana?: string | null
          plate_number?: string | null
          requester_id: number
          site_id: number
          small_plate: boolean
          vehicle_kind: string
        }
        Update: {
          chassis_no?: string
          expiry_estimated?: boolean
          id?: never
          last_application_id?: number
          last_on?: string
          last_outcome?: string
          next_expires_on?: string | null
          plate_area?: string | null
          plate_class?: string | null
          plate_kana?: string | null
          plate_number?: string | null
          requester_id?: number
          site_id?: number
          small_plate?: boolean
          vehicle_kind?: string
        }
        Relationships: [
          {
            foreignKeyName: "cars_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "cars_site_id_requester_id_fkey"
            columns: ["site_id", "requester_id"]
            referencedRelation: "sites"
            referencedColumns: ["id", "requester_id"]
          },
        ]
      }
      case_requests: {
        Row: {
          agent_branch_id: number
          answer: string | null
          answered_at: string | null
          answered_by: string | null
          answered_name: string | null
          application_id: number
          asked_at: string
          asked_by: string | null
          asked_name: string | null
          asked_on: string
          home_branch_id: number
          id: number
          kind: string
          note: string
          on_behalf: boolean
          requester_id: number
          site_id: number
          state: string
        }
        Insert: {
          agent_branch_id: number
          answer?: string | null
          answered_at?: string | null
          answered_by?: string | null
          answered_name?: string | null
          application_id: number
          asked_at?: string
          asked_by?: string | null
          asked_name?: string | null
          asked_on?: string
          home_branch_id: number
          id?: never
          kind: string
          note: string
          on_behalf?: boolean
          requester_id: number
          site_id: number
          state?: string
        }
        Update: {
          agent_branch_id?: number
          answer?: string | null
          answered_at?: string | null
          answered_by?: string | null
          answered_name?: string | null
          application_id?: number
          asked_at?: string
          asked_by?: string | null
          asked_name?: string | null
          asked_on?: string
          home_branch_id?: number
          id?: never
          kind?: string
          note?: string
          on_behalf?: boolean
          requester_id?: number
          site_id?: number
          state?: string
        }
        Relationships: [
          {
            foreignKeyName: "case_requests_application_id_fkey"
            columns: ["application_id"]
            referencedRelation: "applications"
            referencedColumns: ["id"]
          },
        ]
      }
      contact_card_answers: {
        Row: {
          agent_branch_id: number
          answered_by: string | null
          answered_name: string | null
          application_id: number
          card_id: number
          created_at: string
          id: number
          note: string | null
          requester_id: number
          site_id: number
          vals: NonNullable<Json>
          via: string
        }
        Insert: {
          agent_branch_id: number
          answered_by?: string | null
          answered_name?: string | null
          application_id: number
          card_id: number
          created_at?: string
          id?: never
          note?: string | null
          requester_id: number
          site_id: number
          vals: NonNullable<Json>
          via: string
        }
        Update: {
          agent_branch_id?: number
          answered_by?: string | null
          answered_name?: string | null
          application_id?: number
          card_id?: number
          created_at?: string
          id?: never
          note?: string | null
          requester_id?: number
          site_id?: number
          vals?: NonNullable<Json>
          via?: string
        }
        Relationships: [
          {
            foreignKeyName: "contact_card_answers_card_id_fkey"
            columns: ["card_id"]
            referencedRelation: "contact_cards"
            referencedColumns: ["id"]
          },
        ]
      }
      contact_cards: {
        Row: {
          agent_branch_id: number
          answered_at: string | null
          application_id: number
          closed_at: string | null
          closed_by: string | null
          closed_name: string | null
          consent_text: string | null
          created_at: string
          due_on: string
          fields: string[]
          home_branch_id: number
          id: number
          kind: string
          on_behalf: boolean
          question: string
          reminded_at: string | null
          reminders: number
          requester_id: number
          sent_by: string | null
          sent_name: string | null
          site_id: number
          state: string
        }
        Insert: {
          agent_branch_id: number
          answered_at?: string | null
          application_id: number
          closed_at?: string | null
          closed_by?: string | null
          closed_name?: string | null
          consent_text?: string | null
          created_at?: string
          due_on: string
          fields?: string[]
          home_branch_id: number
          id?: never
          kind: string
          on_behalf?: boolean
          question: string
          reminded_at?: string | null
          reminders?: number
          requester_id: number
          sent_by?: string | null
          sent_name?: string | null
          site_id: number
          state?: string
        }
        Update: {
          agent_branch_id?: number
          answered_at?: string | null
          application_id?: number
          closed_at?: string | null
          closed_by?: string | null
          closed_name?: string | null
          consent_text?: string | null
          created_at?: string
          due_on?: string
          fields?: string[]
          home_branch_id?: number
          id?: never
          kind?: string
          on_behalf?: boolean
          question?: string
          reminded_at?: string | null
          reminders?: number
          requester_id?: number
          sent_by?: string | null
          sent_name?: string | null
          site_id?: number
          state?: string
        }
        Relationships: [
          {
            foreignKeyName: "contact_cards_application_id_fkey"
            columns: ["application_id"]
            referencedRelation: "applications"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "contact_cards_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      contacts: {
        Row: {
          actor_id: string | null
          actor_name: string | null
          agent_branch_id: number
          application_id: number
          channel: string
          closed_at: string | null
          closed_by: string | null
          closed_name: string | null
          contacted: string
          created_at: string
          follow_up_on: string | null
          home_branch_id: number
          id: number
          on_behalf: boolean
          said: string
        }
        Insert: {
          actor_id?: string | null
          actor_name?: string | null
          agent_branch_id: number
          application_id: number
          channel: string
          closed_at?: string | null
          closed_by?: string | null
          closed_name?: string | null
          contacted: string
          created_at?: string
          follow_up_on?: string | null
          home_branch_id: number
          id?: never
          on_behalf?: boolean
          said: string
        }
        Update: {
          actor_id?: string | null
          actor_name?: string | null
          agent_branch_id?: number
          application_id?: number
          channel?: string
          closed_at?: string | null
          closed_by?: string | null
          closed_name?: string | null
          contacted?: string
          created_at?: string
          follow_up_on?: string | null
          home_branch_id?: number
          id?: never
          on_behalf?: boolean
          said?: string
        }
        Relationships: [
          {
            foreignKeyName: "contacts_application_id_fkey"
            columns: ["application_id"]
            referencedRelation: "applications"
            referencedColumns: ["id"]
          },
        ]
      }
      debit_account_numbers: {
        Row: {
          account_id: number
          account_number: string
          holder_kana: string
          requester_id: number
        }
        Insert: {
          account_id: number
          account_number: string
          holder_kana: string
          requester_id: number
        }
        Update: {
          account_id?: number
          account_number?: string
          holder_kana?: string
          requester_id?: number
        }
        Relationships: [
          {
            foreignKeyName: "debit_account_numbers_account_id_requester_id_fkey"
            columns: ["account_id", "requester_id"]
            referencedRelation: "debit_accounts"
            referencedColumns: ["id", "requester_id"]
          },
        ]
      }
      debit_accounts: {
        Row: {
          account_type: string
          bank_code: string
          bank_name: string
          branch_code: string
          branch_name: string
          id: number
          masked_number: string
          requester_id: number
          updated_at: string
          valid_from: string
        }
        Insert: {
          account_type: string
          bank_code: string
          bank_name: string
          branch_code: string
          branch_name: string
          id?: never
          masked_number: string
          requester_id: number
          updated_at?: string
          valid_from: string
        }
        Update: {
          account_type?: string
          bank_code?: string
          bank_name?: string
          branch_code?: string
          branch_name?: string
          id?: never
          masked_number?: string
          requester_id?: number
          updated_at?: string
          valid_from?: string
        }
        Relationships: [
          {
            foreignKeyName: "debit_accounts_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      debit_batches: {
        Row: {
          amount: number
          cancel_reason: string | null
          cancelled_at: string | null
          cancelled_by: string | null
          collected_amount: number | null
          collected_count: number | null
          consignor: NonNullable<Json>
          debit_cycle: number
          debit_on: string
          failed_amount: number | null
          failed_count: number | null
          id: number
          made_at: string
          made_by: string | null
          record_count: number
          settled_at: string | null
          settled_by: string | null
          status: string
        }
        Insert: {
          amount: number
          cancel_reason?: string | null
          cancelled_at?: string | null
          cancelled_by?: string | null
          collected_amount?: number | null
          collected_count?: number | null
          consignor: NonNullable<Json>
          debit_cycle: number
          debit_on: string
          failed_amount?: number | null
          failed_count?: number | null
          id?: never
          made_at?: string
          made_by?: string | null
          record_count: number
          settled_at?: string | null
          settled_by?: string | null
          status?: string
        }
        Update: {
          amount?: number
          cancel_reason?: string | null
          cancelled_at?: string | null
          cancelled_by?: string | null
          collected_amount?: number | null
          collected_count?: number | null
          consignor?: NonNullable<Json>
          debit_cycle?: number
          debit_on?: string
          failed_amount?: number | null
          failed_count?: number | null
          id?: never
          made_at?: string
          made_by?: string | null
          record_count?: number
          settled_at?: string | null
          settled_by?: string | null
          status?: string
        }
        Relationships: []
      }
      debit_followups: {
        Row: {
          amount: number
          close_reason: string | null
          closed_at: string | null
          closed_by: string | null
          created_at: string
          due_on: string | null
          home_branch_id: number
          id: number
          issued_on: string
          kind: string
          requester_id: number
          result_id: number
        }
        Insert: {
          amount: number
          close_reason?: string | null
          closed_at?: string | null
          closed_by?: string | null
          created_at?: string
          due_on?: string | null
          home_branch_id: number
          id?: never
          issued_on: string
          kind: string
          requester_id: number
          result_id: number
        }
        Update: {
          amount?: number
          close_reason?: string | null
          closed_at?: string | null
          closed_by?: string | null
          created_at?: string
          due_on?: string | null
          home_branch_id?: number
          id?: never
          issued_on?: string
          kind?: string
          requester_id?: number
          result_id?: number
        }
        Relationships: [
          {
            foreignKeyName: "debit_followups_home_branch_id_fkey"
            columns: ["home_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "debit_followups_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "debit_followups_result_id_fkey"
            columns: ["result_id"]
            referencedRelation: "debit_results"
            referencedColumns: ["id"]
          },
        ]
      }
      debit_result_accounts: {
        Row: {
          account_number: string
          account_type: string
          bank_code: string
          bank_name: string
          branch_code: string
          branch_name: string
          holder_kana: string
          requester_id: number
          result_id: number
        }
        Insert: {
          account_number: string
          account_type: string
          bank_code: string
          bank_name: string
          branch_code: string
          branch_name: string
          holder_kana: string
          requester_id: number
          result_id: number
        }
        Update: {
          account_number?: string
          account_type?: string
          bank_code?: string
          bank_name?: string
          branch_code?: string
          branch_name?: string
          holder_kana?: string
          requester_id?: number
          result_id?: number
        }
        Relationships: [
          {
            foreignKeyName: "debit_result_accounts_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "debit_result_accounts_result_id_fkey"
            columns: ["result_id"]
            referencedRelation: "debit_results"
            referencedColumns: ["id"]
          },
        ]
      }
      debit_results: {
        Row: {
          amount: number
          batch_id: number
          debit_cycle: number
          debit_on: string
          home_branch_id: number
          id: number
          line_no: number | null
          month_amount: number
          new_code: string | null
          outstanding_amount: number
          requester_id: number
          result_code: string | null
          state: string
        }
        Insert: {
          amount: number
          batch_id: number
          debit_cycle: number
          debit_on: string
          home_branch_id: number
          id?: never
          line_no?: number | null
          month_amount: number
          new_code?: string | null
          outstanding_amount: number
          requester_id: number
          result_code?: string | null
          state: string
        }
        Update: {
          amount?: number
          batch_id?: number
          debit_cycle?: number
          debit_on?: string
          home_branch_id?: number
          id?: never
          line_no?: number | null
          month_amount?: number
          new_code?: string | null
          outstanding_amount?: number
          requester_id?: number
          result_code?: string | null
          state?: string
        }
        Relationships: [
          {
            foreignKeyName: "debit_results_batch_id_fkey"
            columns: ["batch_id"]
            referencedRelation: "debit_batches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "debit_results_home_branch_id_fkey"
            columns: ["home_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "debit_results_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      deposits: {
        Row: {
          amount: number
          booked_on: string
          created_at: string
          created_by: string | null
          id: number
          note: string | null
        }
        Insert: {
          amount: number
          booked_on: string
          created_at?: string
          created_by?: string | null
          id?: never
          note?: string | null
        }
        Update: {
          amount?: number
          booked_on?: string
          created_at?: string
          created_by?: string | null
          id?: never
          note?: string | null
        }
        Relationships: []
      }
      fee_payments: {
        Row: {
          agent_branch_id: number
          amount: number | null
          application_id: number
          due_on: string | null
          fee_kind: string
          home_branch_id: number
          paid_on: string | null
          requester_id: number
          site_id: number
          status: string
        }
        Insert: {
          agent_branch_id: number
          amount?: number | null
          application_id: number
          due_on?: string | null
          fee_kind: string
          home_branch_id: number
          paid_on?: string | null
          requester_id: number
          site_id: number
          status: string
        }
        Update: {
          agent_branch_id?: number
          amount?: number | null
          application_id?: number
          due_on?: string | null
          fee_kind?: string
          home_branch_id?: number
          paid_on?: string | null
          requester_id?: number
          site_id?: number
          status?: string
        }
        Relationships: [
          {
            foreignKeyName: "fee_payments_application_id_fkey"
            columns: ["application_id"]
            referencedRelation: "applications"
            referencedColumns: ["id"]
          },
        ]
      }
      filing_statuses: {
        Row: {
          code: string
          label_ja: string
          sort: number
          turn: string
          vehicle_kind: string
        }
        Insert: {
          code: string
          label_ja: string
          sort: number
          turn: string
          vehicle_kind: string
        }
        Update: {
          code?: string
          label_ja?: string
          sort?: number
          turn?: string
          vehicle_kind?: string
        }
        Relationships: []
      }
      holidays: {
        Row: {
          day: string
          name: string
        }
        Insert: {
          day: string
          name: string
        }
        Update: {
          day?: string
          name?: string
        }
        Relationships: []
      }
      hotekisho_counts: {
        Row: {
          count: number
          imported_at: string
          month: string
          requester_id: number
        }
        Insert: {
          count: number
          imported_at?: string
          month: string
          requester_id: number
        }
        Update: {
          count?: number
          imported_at?: string
          month?: string
          requester_id?: number
        }
        Relationships: [
          {
            foreignKeyName: "hotekisho_counts_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      import_rows: {
        Row: {
          data: NonNullable<Json>
          import_id: number
          line: number
        }
        Insert: {
          data: NonNullable<Json>
          import_id: number
          line: number
        }
        Update: {
          data?: NonNullable<Json>
          import_id?: number
          line?: number
        }
        Relationships: [
          {
            foreignKeyName: "import_rows_import_id_fkey"
            columns: ["import_id"]
            referencedRelation: "imports"
            referencedColumns: ["id"]
          },
        ]
      }
      imports: {
        Row: {
          actor_id: string
          actor_name: string
          branch_id: number | null
          created_at: string
          file_name: string
          finished_at: string | null
          id: number
          inserted: number | null
          kind: string
          read: number | null
          rejected: NonNullable<Json>
          rejected_count: number | null
          sha256: string | null
          state: string
          unchanged: number | null
          updated: number | null
          warnings: NonNullable<Json>
        }
        Insert: {
          actor_id: string
          actor_name: string
          branch_id?: number | null
          created_at?: string
          file_name: string
          finished_at?: string | null
          id?: never
          inserted?: number | null
          kind: string
          read?: number | null
          rejected?: NonNullable<Json>
          rejected_count?: number | null
          sha256?: string | null
          state?: string
          unchanged?: number | null
          updated?: number | null
          warnings?: NonNullable<Json>
        }
        Update: {
          actor_id?: string
          actor_name?: string
          branch_id?: number | null
          created_at?: string
          file_name?: string
          finished_at?: string | null
          id?: never
          inserted?: number | null
          kind?: string
          read?: number | null
          rejected?: NonNullable<Json>
          rejected_count?: number | null
          sha256?: string | null
          state?: string
          unchanged?: number | null
          updated?: number | null
          warnings?: NonNullable<Json>
        }
        Relationships: [
          {
            foreignKeyName: "imports_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      mail_outbox: {
        Row: {
          asked_by: string | null
          attempts: number
          branch_id: number | null
          claim: string | null
          created_at: string
          error: string | null
          facts: NonNullable<Json>
          id: number
          key: string
          kind: string
          next_try_at: string
          requester_id: number | null
          resent_from: number | null
          sent_at: string | null
          state: string
          to_address: string
        }
        Insert: {
          asked_by?: string | null
          attempts?: number
          branch_id?: number | null
          claim?: string | null
          created_at?: string
          error?: string | null
          facts: NonNullable<Json>
          id?: never
          key: string
          kind: string
          next_try_at?: string
          requester_id?: number | null
          resent_from?: number | null
          sent_at?: string | null
          state?: string
          to_address: string
        }
        Update: {
          asked_by?: string | null
          attempts?: number
          branch_id?: number | null
          claim?: string | null
          created_at?: string
          error?: string | null
          facts?: NonNullable<Json>
          id?: never
          key?: string
          kind?: string
          next_try_at?: string
          requester_id?: number | null
          resent_from?: number | null
          sent_at?: string | null
          state?: string
          to_address?: string
        }
        Relationships: [
          {
            foreignKeyName: "mail_outbox_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "mail_outbox_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "mail_outbox_resent_from_fkey"
            columns: ["resent_from"]
            referencedRelation: "mail_outbox"
            referencedColumns: ["id"]
          },
        ]
      }
      members: {
        Row: {
          branch_id: number | null
          created_at: string
          disabled_at: string | null
          display_name: string
          email: string | null
          failed_attempts: number
          last_sign_in_at: string | null
          locked_until: string | null
          login_id: string | null
          must_change_password: boolean
          password_expires_on: string | null
          requester_id: number | null
          role: string
          site_id: number | null
          user_id: string
          version: number
        }
        Insert: {
          branch_id?: number | null
          created_at?: string
          disabled_at?: string | null
          display_name: string
          email?: string | null
          failed_attempts?: number
          last_sign_in_at?: string | null
          locked_until?: string | null
          login_id?: string | null
          must_change_password?: boolean
          password_expires_on?: string | null
          requester_id?: number | null
          role: string
          site_id?: number | null
          user_id: string
          version?: number
        }
        Update: {
          branch_id?: number | null
          created_at?: string
          disabled_at?: string | null
          display_name?: string
          email?: string | null
          failed_attempts?: number
          last_sign_in_at?: string | null
          locked_until?: string | null
          login_id?: string | null
          must_change_password?: boolean
          password_expires_on?: string | null
          requester_id?: number | null
          role?: string
          site_id?: number | null
          user_id?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "members_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "members_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "members_site_id_requester_id_fkey"
            columns: ["site_id", "requester_id"]
            referencedRelation: "sites"
            referencedColumns: ["id", "requester_id"]
          },
        ]
      }
      notice_reads: {
        Row: {
          notice_id: number
          read_at: string
          user_id: string
        }
        Insert: {
          notice_id: number
          read_at?: string
          user_id: string
        }
        Update: {
          notice_id?: number
          read_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "notice_reads_notice_id_fkey"
            columns: ["notice_id"]
            referencedRelation: "notices"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "notice_reads_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "members"
            referencedColumns: ["user_id"]
          },
        ]
      }
      notices: {
        Row: {
          audience: string
          body: string
          branch_id: number | null
          created_by: string | null
          ends_on: string | null
          id: number
          important: boolean
          is_public: boolean
          link: string | null
          posted_on: string
          title: string
          version: number
        }
        Insert: {
          audience?: string
          body: string
          branch_id?: number | null
          created_by?: string | null
          ends_on?: string | null
          id?: never
          important?: boolean
          is_public?: boolean
          link?: string | null
          posted_on?: string
          title: string
          version?: number
        }
        Update: {
          audience?: string
          body?: string
          branch_id?: number | null
          created_by?: string | null
          ends_on?: string | null
          id?: never
          important?: boolean
          is_public?: boolean
          link?: string | null
          posted_on?: string
          title?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "notices_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      oss_statuses: {
        Row: {
          code: string
          label_ja: string
          sort: number
          turn: string
          vehicle_kind: string
        }
        Insert: {
          code: string
          label_ja: string
          sort: number
          turn: string
          vehicle_kind: string
        }
        Update: {
          code?: string
          label_ja?: string
          sort?: number
          turn?: string
          vehicle_kind?: string
        }
        Relationships: []
      }
      payee_lines: {
        Row: {
          acceptance_no: string
          advance_id: number | null
          agent_branch_id: number | null
          amount: number
          billing_month: string | null
          chassis_no: string | null
          created_at: string
          home_branch_id: number | null
          id: number
          month: string
          occurrence: number
          own_amount: number | null
          own_month: string | null
          paid_on: string
          payee: string
          plate: string | null
          requester_id: number | null
          settled_as: string | null
          settled_at: string | null
          settled_by: string | null
          settled_reason: string | null
          state: string
          vehicle_kind: string
        }
        Insert: {
          acceptance_no: string
          advance_id?: number | null
          agent_branch_id?: number | null
          amount: number
          billing_month?: string | null
          chassis_no?: string | null
          created_at?: string
          home_branch_id?: number | null
          id?: never
          month: string
          occurrence?: number
          own_amount?: number | null
          own_month?: string | null
          paid_on: string
          payee: string
          plate?: string | null
          requester_id?: number | null
          settled_as?: string | null
          settled_at?: string | null
          settled_by?: string | null
          settled_reason?: string | null
          state?: string
          vehicle_kind: string
        }
        Update: {
          acceptance_no?: string
          advance_id?: number | null
          agent_branch_id?: number | null
          amount?: number
          billing_month?: string | null
          chassis_no?: string | null
          created_at?: string
          home_branch_id?: number | null
          id?: never
          month?: string
          occurrence?: number
          own_amount?: number | null
          own_month?: string | null
          paid_on?: string
          payee?: string
          plate?: string | null
          requester_id?: number | null
          settled_as?: string | null
          settled_at?: string | null
          settled_by?: string | null
          settled_reason?: string | null
          state?: string
          vehicle_kind?: string
        }
        Relationships: [
          {
            foreignKeyName: "payee_lines_advance_id_fkey"
            columns: ["advance_id"]
            referencedRelation: "advance_ledger"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "payee_lines_advance_id_fkey"
            columns: ["advance_id"]
            referencedRelation: "advances"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "payee_lines_payee_month_fkey"
            columns: ["payee", "month"]
            referencedRelation: "payee_reports"
            referencedColumns: ["payee", "month"]
          },
        ]
      }
      payee_reports: {
        Row: {
          amount: number
          form: string
          id: number
          imported_at: string
          imported_by: string | null
          line_count: number
          month: string
          payee: string
        }
        Insert: {
          amount?: number
          form?: string
          id?: never
          imported_at?: string
          imported_by?: string | null
          line_count?: number
          month: string
          payee: string
        }
        Update: {
          amount?: number
          form?: string
          id?: never
          imported_at?: string
          imported_by?: string | null
          line_count?: number
          month?: string
          payee?: string
        }
        Relationships: []
      }
      payee_totals: {
        Row: {
          agent_branch_id: number
          amount: number
          count: number
          month: string
          payee: string
        }
        Insert: {
          agent_branch_id: number
          amount: number
          count: number
          month: string
          payee: string
        }
        Update: {
          agent_branch_id?: number
          amount?: number
          count?: number
          month?: string
          payee?: string
        }
        Relationships: [
          {
            foreignKeyName: "payee_totals_agent_branch_id_fkey"
            columns: ["agent_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "payee_totals_payee_month_fkey"
            columns: ["payee", "month"]
            referencedRelation: "payee_reports"
            referencedColumns: ["payee", "month"]
          },
        ]
      }
      prices: {
        Row: {
          amount: number
          created_at: string
          created_by: string | null
          id: number
          item: string
          tax_rate: number
          valid_from: string
          valid_to: string | null
          version: number
        }
        Insert: {
          amount: number
          created_at?: string
          created_by?: string | null
          id?: never
          item: string
          tax_rate?: number
          valid_from: string
          valid_to?: string | null
          version?: number
        }
        Update: {
          amount?: number
          created_at?: string
          created_by?: string | null
          id?: never
          item?: string
          tax_rate?: number
          valid_from?: string
          valid_to?: string | null
          version?: number
        }
        Relationships: []
      }
      radar_mutes: {
        Row: {
          branch_id: number | null
          created_at: string
          id: number
          muted_by: string | null
          muted_by_name: string
          muted_until: string
          note: string
          requester_id: number | null
          rule: string
          subject_id: number
        }
        Insert: {
          branch_id?: number | null
          created_at?: string
          id?: never
          muted_by?: string | null
          muted_by_name: string
          muted_until: string
          note: string
          requester_id?: number | null
          rule: string
          subject_id: number
        }
        Update: {
          branch_id?: number | null
          created_at?: string
          id?: never
          muted_by?: string | null
          muted_by_name?: string
          muted_until?: string
          note?: string
          requester_id?: number | null
          rule?: string
          subject_id?: number
        }
        Relationships: [
          {
            foreignKeyName: "radar_mutes_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "radar_mutes_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      receipts: {
        Row: {
          amount: number
          cancel_reason: string | null
          cancelled_at: string | null
          cancelled_by: string | null
          created_at: string
          created_by: string | null
          home_branch_id: number
          id: number
          method: string
          note: string | null
          received_on: string
          requester_id: number
        }
        Insert: {
          amount: number
          cancel_reason?: string | null
          cancelled_at?: string | null
          cancelled_by?: string | null
          created_at?: string
          created_by?: string | null
          home_branch_id: number
          id?: never
          method: string
          note?: string | null
          received_on: string
          requester_id: number
        }
        Update: {
          amount?: number
          cancel_reason?: string | null
          cancelled_at?: string | null
          cancelled_by?: string | null
          created_at?: string
          created_by?: string | null
          home_branch_id?: number
          id?: never
          method?: string
          note?: string | null
          received_on?: string
          requester_id?: number
        }
        Relationships: [
          {
            foreignKeyName: "receipts_home_branch_id_fkey"
            columns: ["home_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "receipts_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      request_imports: {
        Row: {
          actor_id: string | null
          actor_name: string | null
          created_at: string
          file_name: string
          id: number
          inserted: number
          read: number
          requester_id: number
          sha256: string
        }
        Insert: {
          actor_id?: string | null
          actor_name?: string | null
          created_at?: string
          file_name: string
          id?: never
          inserted: number
          read: number
          requester_id: number
          sha256: string
        }
        Update: {
          actor_id?: string | null
          actor_name?: string | null
          created_at?: string
          file_name?: string
          id?: never
          inserted?: number
          read?: number
          requester_id?: number
          sha256?: string
        }
        Relationships: [
          {
            foreignKeyName: "request_imports_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      requesters: {
        Row: {
          address: string | null
          agency_company_no: string | null
          ainas_email: string | null
          ainas_org_id: string | null
          branch_id: number
          code: string
          collection: string
          contract_status: string
          created_at: string
          debit_cycle: number
          hotekisho_company_no: string | null
          id: number
          mail_daily_details: boolean
          mail_daily_since: string | null
          mail_monthly_advances: boolean
          mailing_address: string | null
          mailing_name: string | null
          mailing_postal_code: string | null
          member_code: string | null
          name: string
          onboarding_status: string
          phone: string | null
          postal_code: string | null
          report_email: string | null
          report_email_confirmed_at: string | null
          search_text: string | null
          version: number
        }
        Insert: {
          address?: string | null
          agency_company_no?: string | null
          ainas_email?: string | null
          ainas_org_id?: string | null
          branch_id: number
          code: string
          collection?: string
          contract_status?: string
          created_at?: string
          debit_cycle: number
          hotekisho_company_no?: string | null
          id?: never
          mail_daily_details?: boolean
          mail_daily_since?: string | null
          mail_monthly_advances?: boolean
          mailing_address?: string | null
          mailing_name?: string | null
          mailing_postal_code?: string | null
          member_code?: string | null
          name: string
          onboarding_status?: string
          phone?: string | null
          postal_code?: string | null
          report_email?: string | null
          report_email_confirmed_at?: string | null
          search_text?: never
          version?: number
        }
        Update: {
          address?: string | null
          agency_company_no?: string | null
          ainas_email?: string | null
          ainas_org_id?: string | null
          branch_id?: number
          code?: string
          collection?: string
          contract_status?: string
          created_at?: string
          debit_cycle?: number
          hotekisho_company_no?: string | null
          id?: never
          mail_daily_details?: boolean
          mail_daily_since?: string | null
          mail_monthly_advances?: boolean
          mailing_address?: string | null
          mailing_name?: string | null
          mailing_postal_code?: string | null
          member_code?: string | null
          name?: string
          onboarding_status?: string
          phone?: string | null
          postal_code?: string | null
          report_email?: string | null
          report_email_confirmed_at?: string | null
          search_text?: never
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "requesters_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      saved_searches: {
        Row: {
          created_at: string
          id: number
          name: string
          params: NonNullable<Json>
          resource: string
          user_id: string
        }
        Insert: {
          created_at?: string
          id?: never
          name: string
          params: NonNullable<Json>
          resource: string
          user_id?: string
        }
        Update: {
          created_at?: string
          id?: never
          name?: string
          params?: NonNullable<Json>
          resource?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "saved_searches_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "members"
            referencedColumns: ["user_id"]
          },
        ]
      }
      settings: {
        Row: {
          key: string
          label_ja: string
          updated_at: string
          value: NonNullable<Json>
          version: number
        }
        Insert: {
          key: string
          label_ja: string
          updated_at?: string
          value: NonNullable<Json>
          version?: number
        }
        Update: {
          key?: string
          label_ja?: string
          updated_at?: string
          value?: NonNullable<Json>
          version?: number
        }
        Relationships: []
      }
      sites: {
        Row: {
          branch_id: number
          code: string
          created_at: string
          id: number
          name: string
          record_agent_no: string | null
          requester_id: number
          search_text: string | null
          short_name: string
          status: string
          version: number
        }
        Insert: {
          branch_id: number
          code: string
          created_at?: string
          id?: never
          name: string
          record_agent_no?: string | null
          requester_id: number
          search_text?: never
          short_name: string
          status?: string
          version?: number
        }
        Update: {
          branch_id?: number
          code?: string
          created_at?: string
          id?: never
          name?: string
          record_agent_no?: string | null
          requester_id?: number
          search_text?: never
          short_name?: string
          status?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: "sites_branch_id_fkey"
            columns: ["branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "sites_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      statement_lines: {
        Row: {
          amount: number
          kind: string
          label: string
          line_no: number
          quantity: number
          statement_id: number
          tax_rate: number
          unit_price: number
          usage_month: string | null
          vehicle_kind: string | null
        }
        Insert: {
          amount: number
          kind: string
          label: string
          line_no: number
          quantity: number
          statement_id: number
          tax_rate: number
          unit_price: number
          usage_month?: string | null
          vehicle_kind?: string | null
        }
        Update: {
          amount?: number
          kind?: string
          label?: string
          line_no?: number
          quantity?: number
          statement_id?: number
          tax_rate?: number
          unit_price?: number
          usage_month?: string | null
          vehicle_kind?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "statement_lines_statement_id_fkey"
            columns: ["statement_id"]
            referencedRelation: "statements"
            referencedColumns: ["id"]
          },
        ]
      }
      statements: {
        Row: {
          addressee: Json | null
          adjustment_amount: number
          cancel_reason: string | null
          cancelled_at: string | null
          cancelled_by: string | null
          closed_at: string
          closed_by: string | null
          collection: string
          content_hash: string | null
          debit_cycle: number
          debit_on: string | null
          home_branch_id: number
          hotekisho_amount: number
          hotekisho_count: number
          id: number
          issuer: Json | null
          kei_fee_amount: number
          kei_fee_count: number
          month: string
          number: string
          outstanding_before: number
          published_at: string | null
          requester_id: number
          return_10: number
          return_tax_10: number
          status: string
          tax_10: number
          taxable_10: number
          tech_fee_amount: number
          tech_fee_count: number
          total: number
          transfer_asked: number
          usage_amount: number
          usage_count: number
          debit_state: string | null
          statement_is_intact: boolean | null
        }
        Insert: {
          addressee?: Json | null
          adjustment_amount?: number
          cancel_reason?: string | null
          cancelled_at?: string | null
          cancelled_by?: string | null
          closed_at?: string
          closed_by?: string | null
          collection: string
          content_hash?: string | null
          debit_cycle: number
          debit_on?: string | null
          home_branch_id: number
          hotekisho_amount?: number
          hotekisho_count?: number
          id?: never
          issuer?: Json | null
          kei_fee_amount?: number
          kei_fee_count?: number
          month: string
          number: string
          outstanding_before?: number
          published_at?: string | null
          requester_id: number
          return_10?: number
          return_tax_10?: number
          status?: string
          tax_10?: number
          taxable_10?: number
          tech_fee_amount?: number
          tech_fee_count?: number
          total: number
          transfer_asked?: number
          usage_amount?: number
          usage_count?: number
        }
        Update: {
          addressee?: Json | null
          adjustment_amount?: number
          cancel_reason?: string | null
          cancelled_at?: string | null
          cancelled_by?: string | null
          closed_at?: string
          closed_by?: string | null
          collection?: string
          content_hash?: string | null
          debit_cycle?: number
          debit_on?: string | null
          home_branch_id?: number
          hotekisho_amount?: number
          hotekisho_count?: number
          id?: never
          issuer?: Json | null
          kei_fee_amount?: number
          kei_fee_count?: number
          month?: string
          number?: string
          outstanding_before?: number
          published_at?: string | null
          requester_id?: number
          return_10?: number
          return_tax_10?: number
          status?: string
          tax_10?: number
          taxable_10?: number
          tech_fee_amount?: number
          tech_fee_count?: number
          total?: number
          transfer_asked?: number
          usage_amount?: number
          usage_count?: number
        }
        Relationships: [
          {
            foreignKeyName: "statements_home_branch_id_fkey"
            columns: ["home_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "statements_month_fkey"
            columns: ["month"]
            referencedRelation: "billing_months"
            referencedColumns: ["month"]
          },
          {
            foreignKeyName: "statements_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      status_transitions: {
        Row: {
          actors: string[]
          event: string
          excludes: string[]
          from_filing: string
          from_oss: string | null
          id: number
          needs: string[]
          optional_values: string[]
          required_values: string[]
          to_filing: string
          to_oss: string | null
          vehicle_kind: string
        }
        Insert: {
          actors: string[]
          event: string
          excludes?: string[]
          from_filing: string
          from_oss?: string | null
          id?: never
          needs?: string[]
          optional_values?: string[]
          required_values?: string[]
          to_filing: string
          to_oss?: string | null
          vehicle_kind: string
        }
        Update: {
          actors?: string[]
          event?: string
          excludes?: string[]
          from_filing?: string
          from_oss?: string | null
          id?: never
          needs?: string[]
          optional_values?: string[]
          required_values?: string[]
          to_filing?: string
          to_oss?: string | null
          vehicle_kind?: string
        }
        Relationships: [
          {
            foreignKeyName: "status_transitions_from_filing_vehicle_kind_fkey"
            columns: ["from_filing", "vehicle_kind"]
            referencedRelation: "filing_statuses"
            referencedColumns: ["code", "vehicle_kind"]
          },
          {
            foreignKeyName: "status_transitions_from_oss_vehicle_kind_fkey"
            columns: ["from_oss", "vehicle_kind"]
            referencedRelation: "oss_statuses"
            referencedColumns: ["code", "vehicle_kind"]
          },
          {
            foreignKeyName: "status_transitions_to_filing_vehicle_kind_fkey"
            columns: ["to_filing", "vehicle_kind"]
            referencedRelation: "filing_statuses"
            referencedColumns: ["code", "vehicle_kind"]
          },
          {
            foreignKeyName: "status_transitions_to_oss_vehicle_kind_fkey"
            columns: ["to_oss", "vehicle_kind"]
            referencedRelation: "oss_statuses"
            referencedColumns: ["code", "vehicle_kind"]
          },
        ]
      }
      transition_events: {
        Row: {
          confirm: boolean
          event: string
          label_ja: string
          shortcut: string | null
          sort: number
        }
        Insert: {
          confirm?: boolean
          event: string
          label_ja: string
          shortcut?: string | null
          sort: number
        }
        Update: {
          confirm?: boolean
          event?: string
          label_ja?: string
          shortcut?: string | null
          sort?: number
        }
        Relationships: []
      }
      usage_adjustments: {
        Row: {
          application_id: number
          billed_month: string
          billing_month: string
          completed_on: string
          created_at: string
          home_branch_id: number
          id: number
          quantity: number
          requester_id: number
          unit_price: number
        }
        Insert: {
          application_id: number
          billed_month: string
          billing_month: string
          completed_on: string
          created_at?: string
          home_branch_id: number
          id?: never
          quantity?: number
          requester_id: number
          unit_price: number
        }
        Update: {
          application_id?: number
          billed_month?: string
          billing_month?: string
          completed_on?: string
          created_at?: string
          home_branch_id?: number
          id?: never
          quantity?: number
          requester_id?: number
          unit_price?: number
        }
        Relationships: [
          {
            foreignKeyName: "usage_adjustments_application_id_fkey"
            columns: ["application_id"]
            referencedRelation: "applications"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "usage_adjustments_billed_month_fkey"
            columns: ["billed_month"]
            referencedRelation: "billing_months"
            referencedColumns: ["month"]
          },
          {
            foreignKeyName: "usage_adjustments_home_branch_id_fkey"
            columns: ["home_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "usage_adjustments_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
      usage_daily: {
        Row: {
          agent_branch_id: number
          cashless: number
          completed: number
          corrections: number
          day: string
          days_taken: number
          filed: number
          rejections: number
          requested: number
          vehicle_kind: string
          withdrawals: number
        }
        Insert: {
          agent_branch_id: number
          cashless?: number
          completed?: number
          corrections?: number
          day: string
          days_taken?: number
          filed?: number
          rejections?: number
          requested?: number
          vehicle_kind: string
          withdrawals?: number
        }
        Update: {
          agent_branch_id?: number
          cashless?: number
          completed?: number
          corrections?: number
          day?: string
          days_taken?: number
          filed?: number
          rejections?: number
          requested?: number
          vehicle_kind?: string
          withdrawals?: number
        }
        Relationships: [
          {
            foreignKeyName: "usage_daily_agent_branch_id_fkey"
            columns: ["agent_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
        ]
      }
      usage_monthly: {
        Row: {
          agent_branch_id: number
          completed: number
          corrections: number
          filed: number
          month: string
          rejections: number
          requested: number
          requester_id: number
          site_id: number
          vehicle_kind: string
          withdrawals: number
        }
        Insert: {
          agent_branch_id: number
          completed?: number
          corrections?: number
          filed?: number
          month: string
          rejections?: number
          requested?: number
          requester_id: number
          site_id: number
          vehicle_kind: string
          withdrawals?: number
        }
        Update: {
          agent_branch_id?: number
          completed?: number
          corrections?: number
          filed?: number
          month?: string
          rejections?: number
          requested?: number
          requester_id?: number
          site_id?: number
          vehicle_kind?: string
          withdrawals?: number
        }
        Relationships: [
          {
            foreignKeyName: "usage_monthly_agent_branch_id_fkey"
            columns: ["agent_branch_id"]
            referencedRelation: "branches"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "usage_monthly_requester_id_fkey"
            columns: ["requester_id"]
            referencedRelation: "requesters"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      advances: {
        Row: {
          acceptance_no: string | null
          advanced_on: string | null
          agent_branch_id: number | null
          amount: number | null
          application_id: number | null
          billed_in: string | null
          fee_kind: string | null
          home_branch_id: number | null
          id: number | null
          paid_acceptance_no: string | null
          requester_id: number | null
          site_id: number | null
          state: string | null
          vehicle_kind: string | null
        }
        Insert: {
          acceptance_no?: string | null
          advanced_on?: string | null
          agent_branch_id?: number | null
          amount?: number | null
          application_id?: number | null
          billed_in?: never
          fee_kind?: string | null
          home_branch_id?: number | null
          id?: number | null
          paid_acceptance_no?: string | null
          requester_id?: number | null
          site_id?: number | null
          state?: never
          vehicle_kind?: string | null
        }
        Update: {
          acceptance_no?: string | null
          advanced_on?: string | null
          agent_branch_id?: number | null
          amount?: number | null
          application_id?: number | null
          billed_in?: never
          fee_kind?: string | null
          home_branch_id?: number | null
          id?: number | null
          paid_acceptance_no?: string | null
          requester_id?: number | null
          site_id?: number | null
          state?: never
          vehicle_kind?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "advance_ledger_application_id_fkey"
            columns: ["application_id"]
            referencedRelation: "applications"
            referencedColumns: ["id"]
          },
        ]
      }
      payee_differences: {
        Row: {
          acceptance_no: string | null
          advance_id: number | null
          age_days: number | null
          agent_branch_id: number | null
          application_id: number | null
          branch_code: string | null
          branch_name: string | null
          difference: number | null
          home_branch_id: number | null
          id: string | null
          line_id: number | null
          month: string | null
          own_amount: number | null
          payee: string | null
          payee_amount: number | null
          requester_code: string | null
          requester_id: number | null
          requester_name: string | null
          since: string | null
          state: string | null
          vehicle_kind: string | null
        }
        Relationships: []
      }
    }
    Functions: {
      account_movements: {
        Args: { p_from: string; p_to: string }
        Returns: Json
      }
      add_adjustment: {
        Args: {
          p_amount: number
          p_label: string
          p_reason: string
          p_requester_id: number
          p_taxable: boolean
        }
        Returns: Json
      }
      add_contact: { Args: { p: Json }; Returns: Json }
      add_import_rows: {
        Args: { p_import_id: number; p_rows: Json }
        Returns: number
      }
      admit_api_key: { Args: { p_key: string }; Returns: Json }
      advance_book: {
        Args: { p_group?: string; p_month: string }
        Returns: Json
      }
      agent_state: { Args: { p_branch?: number }; Returns: Json }
      ainas_as_of: { Args: { p_branch?: number }; Returns: string }
      ainas_comparison: { Args: { p_months?: number }; Returns: Json }
      answer_card: { Args: { p: Json; p_id: number }; Returns: Json }
      answer_request: {
        Args: { p_answer?: string; p_id: number; p_state: string }
        Returns: Json
      }
      ask_branch: {
        Args: { p_application_id: number; p_kind: string; p_note: string }
        Returns: Json
      }
      attribute_payee_line: {
        Args: { p_application_id: number; p_line_id: number; p_reason: string }
        Returns: Json
      }
      available_events: {
        Args: { p_case: Database["public"]["Tables"]["applications"]["Row"] }
        Returns: string[]
      }
      book_ainas_bill: {
        Args: {
          p_amount: number
          p_count: number
          p_month: string
          p_note?: string
        }
        Returns: Json
      }
      book_deposit: {
        Args: { p_amount: number; p_booked_on: string; p_note?: string }
        Returns: Json
      }
      book_receipt: {
        Args: {
          p_amount: number
          p_method?: string
          p_note?: string
          p_received_on: string
          p_requester_id: number
        }
        Returns: Json
      }
      branch_collection: {
        Args: { p_branch_id?: number; p_month: string }
        Returns: Json
      }
      cancel_debit_batch: {
        Args: { p_id: number; p_reason: string }
        Returns: undefined
      }
      cancel_hold: { Args: { p_id: number; p_version: number }; Returns: Json }
      cancel_receipt: {
        Args: { p_id: number; p_reason: string }
        Returns: undefined
      }
      cars_calendar: { Args: { p_from: string; p_to: string }; Returns: Json }
      case_statistics: {
        Args: { p_from: string; p_to: string; p_vehicle_kind?: string }
        Returns: Json
      }
      check_member: { Args: { p: Json }; Returns: Json }
      claim_mails: { Args: { p_limit?: number }; Returns: Json }
      close_card: {
        Args: { p_id: number; p_values?: Json; p_version?: number }
        Returns: Json
      }
      close_contact: { Args: { p_id: number }; Returns: Json }
      close_followup: {
        Args: { p_id: number; p_reason: string }
        Returns: undefined
      }
      close_month: {
        Args: {
          p_action?: string
          p_month: string
          p_preview?: boolean
          p_reason?: string
        }
        Returns: Json
      }
      closing_overview: { Args: { p_month: string }; Returns: Json }
      commit_import: {
        Args: {
          p_headers?: Json
          p_import_id: number
          p_preview?: boolean
          p_read?: number
          p_rejected?: Json
        }
        Returns: Json
      }
      confirm_report_address: { Args: { p_token: string }; Returns: Json }
      correct_case: {
        Args: { p_id: number; p_values: Json; p_version: number }
        Returns: Json
      }
      dashboard: { Args: Record<PropertyKey, never>; Returns: Json }
      debit_balances: {
        Args: { p_limit?: number; p_what?: string }
        Returns: Json
      }
      debit_calendar: { Args: { p_months?: number }; Returns: Json }
      debit_day_detail: { Args: { p_debit_on: string }; Returns: Json }
      debit_state: {
        Args: { s: Database["public"]["Tables"]["statements"]["Row"] }
        Returns: string
      }
      decide_approval: {
        Args: { p_decision: string; p_id: number; p_note?: string }
        Returns: Json
      }
      delete_application: {
        Args: { p_id: number; p_version: number }
        Returns: undefined
      }
      delete_application_template: {
        Args: { p_id: number; p_version: number }
        Returns: undefined
      }
      delete_member: { Args: { p_user_id: string }; Returns: Json }
      delete_notice: {
        Args: { p_id: number; p_version: number }
        Returns: undefined
      }
      deposit_balance: { Args: Record<PropertyKey, never>; Returns: Json }
      disable_member: {
        Args: { p_disabled: boolean; p_user_id: string }
        Returns: Json
      }
      export_ainas: {
        Args: {
          p_again?: boolean
          p_branch?: number
          p_format?: string
          p_ids?: Json
          p_preview?: boolean
        }
        Returns: Json
      }
      find_anything: { Args: { p: Json }; Returns: Json }
      find_case_ids: {
        Args: { p_memo?: string; p_month?: string; p_user?: string }
        Returns: Json
      }
      finish_mail: {
        Args: {
          p_claim: string
          p_error?: string
          p_final?: boolean
          p_id: number
        }
        Returns: boolean
      }
      former_request: { Args: { p: Json }; Returns: Json }
      hold_application: {
        Args: { p_id: number; p_on: string; p_version: number }
        Returns: Json
      }
      import_headers: { Args: { p_kind: string }; Returns: Json }
      import_requests: {
        Args: {
          p_file_name: string
          p_preview: boolean
          p_rows: Json
          p_sha256: string
        }
        Returns: Json
      }
      import_rows: {
        Args: {
          p_file_name: string
          p_headers?: Json
          p_kind: string
          p_preview?: boolean
          p_read?: number
          p_rejected?: Json
          p_rows: Json
          p_sha256?: string
        }
        Returns: Json
      }
      make_api_key: { Args: { p: Json }; Returns: Json }
      make_debit_file: { Args: { p_debit_on: string }; Returns: Json }
      my_profile: { Args: Record<PropertyKey, never>; Returns: Json }
      national_usage: {
        Args: Record<PropertyKey, never>
        Returns: {
          completed: number
          filed: number
          month: string
          requested: number
          vehicle_kind: string
        }[]
      }
      password_changed: {
        Args: { p_password: string; p_user_id: string }
        Returns: undefined
      }
      password_used_before: {
        Args: { p_password: string; p_user_id: string }
        Returns: boolean
      }
      payee_overview: { Args: { p_month: string }; Returns: Json }
      price_what_if: {
        Args: { p_amount: number; p_item: string; p_month?: string }
        Returns: Json
      }
      put_arrival_password: {
        Args: {
          p_branch: number
          p_cipher: string
          p_valid_from: string
          p_vehicle_kind: string
        }
        Returns: Json
      }
      radar: { Args: Record<PropertyKey, never>; Returns: Json }
      radar_mute: {
        Args: { p_id: number; p_note: string; p_rule: string; p_until: string }
        Returns: undefined
      }
      radar_rows: {
        Args: {
          p_after?: Json
          p_limit?: number
          p_muted?: boolean
          p_rule: string
        }
        Returns: Json
      }
      read_arrival_password: {
        Args: { p_application_id: number }
        Returns: Json
      }
      read_notices: { Args: { p_id?: number }; Returns: number }
      read_vehicle_user: {
        Args: { p_application_id: number; p_reason: string }
        Returns: Json
      }
      report_advances: {
        Args: {
          p_after?: Json
          p_branch_id?: number
          p_from: string
          p_max_rows?: number
          p_page_size?: number
          p_requester_id?: number
          p_to: string
          p_vehicle_kind?: string
        }
        Returns: Json
      }
      report_branch_fees: {
        Args: {
          p_branch_id?: number
          p_from: string
          p_max_rows?: number
          p_to: string
        }
        Returns: Json
      }
      report_daily_statistics: {
        Args: {
          p_branch_id?: number
          p_from: string
          p_max_rows?: number
          p_requester_id?: number
          p_to: string
          p_vehicle_kind?: string
        }
        Returns: Json
      }
      report_debit_results: {
        Args: {
          p_branch_id?: number
          p_from: string
          p_max_rows?: number
          p_requester_id?: number
          p_to: string
        }
        Returns: Json
      }
      report_debit_statements: {
        Args: {
          p_after?: Json
          p_branch_id?: number
          p_debit_cycle?: number
          p_from: string
          p_max_rows?: number
          p_page_size?: number
          p_requester_id?: number
          p_to: string
        }
        Returns: Json
      }
      report_fee_details: {
        Args: {
          p_after?: Json
          p_branch_id?: number
          p_from: string
          p_max_rows?: number
          p_page_size?: number
          p_requester_id?: number
          p_to: string
          p_vehicle_kind?: string
        }
        Returns: Json
      }
      report_payee_differences: {
        Args: {
          p_branch_id?: number
          p_from: string
          p_max_rows?: number
          p_requester_id?: number
          p_to: string
          p_vehicle_kind?: string
        }
        Returns: Json
      }
      report_usage: {
        Args: {
          p_branch_id?: number
          p_from_month: string
          p_group?: string
          p_max_rows?: number
          p_requester_id?: number
          p_to_month: string
          p_vehicle_kind?: string
        }
        Returns: Json
      }
      request_kinds: {
        Args: { p_case: Database["public"]["Tables"]["applications"]["Row"] }
        Returns: string[]
      }
      resend_mail: { Args: { p_id: number }; Returns: Json }
      reset_member: { Args: { p_user_id: string }; Returns: Json }
      reset_member_factor: { Args: { p_user_id: string }; Returns: Json }
      revoke_api_key: { Args: { p_id: number }; Returns: Json }
      save_agent_certificate: { Args: { p: Json }; Returns: Json }
      save_agent_office: { Args: { p: Json }; Returns: Json }
      save_application: { Args: { p: Json }; Returns: Json }
      save_application_template: { Args: { p: Json }; Returns: Json }
      save_branch: { Args: { p: Json }; Returns: Json }
      save_member: { Args: { p: Json }; Returns: Json }
      save_memo: {
        Args: { p_application_id: number; p_memo: string; p_version: number }
        Returns: Json
      }
      save_notice: { Args: { p: Json }; Returns: Json }
      save_portal_facts: { Args: { p: Json }; Returns: Json }
      save_price: { Args: { p: Json }; Returns: Json }
      save_requester: { Args: { p: Json }; Returns: Json }
      save_setting: { Args: { p: Json }; Returns: Json }
      save_site: { Args: { p: Json }; Returns: Json }
      send_cards: { Args: { p: Json }; Returns: Json }
      send_confirmation: { Args: { p_requester_id: number }; Returns: Json }
      settle_payee_line: {
        Args: { p_as: string; p_line_id: number; p_reason: string }
        Returns: Json
      }
      settle_review: {
        Args: { p_id: number; p_note: string; p_version: number }
        Returns: Json
      }
      stage_import: {
        Args: { p_file_name: string; p_kind: string; p_sha256?: string }
        Returns: number
      }
      statement_is_intact: {
        Args: { s: Database["public"]["Tables"]["statements"]["Row"] }
        Returns: boolean
      }
      take_requests: {
        Args: {
          p_body_hash: string
          p_idempotency_key: string
          p_key: string
          p_rows: Json
        }
        Returns: Json
      }
      transition: {
        Args: {
          p_event: string
          p_items: Json
          p_note?: string
          p_values?: Json
        }
        Returns: Json
      }
      unread_notices: { Args: Record<PropertyKey, never>; Returns: number }
      usage_matrix: {
        Args: {
          p_branch_id?: number
          p_from_month: string
          p_group?: string
          p_max_rows?: number
          p_measure?: string
          p_requester_id?: number
          p_to_month: string
          p_vehicle_kind?: string
        }
        Returns: Json
      }
      usage_quality: {
        Args: {
          p_branch_id?: number
          p_from_month: string
          p_group?: string
          p_to_month: string
          p_vehicle_kind?: string
        }
        Returns: Json
      }
      work_companies: {
        Args: { p_branch?: number; p_queue: string }
        Returns: Json
      }
      work_counts: { Args: { p_branch?: number }; Returns: Json }
      work_forecast: { Args: { p_branch?: number }; Returns: Json }
      work_list: {
        Args: {
          p_after?: Json
          p_branch?: number
          p_limit?: number
          p_queue: string
          p_requester?: number
        }
        Returns: Json
      }
      work_version: { Args: { p_branch?: number }; Returns: string }
      write_off_advance: {
        Args: { p_id: number; p_reason: string }
        Returns: Json
      }
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {},
  },
} as const
